"""Tests of the kernels that programs use at run time."""
