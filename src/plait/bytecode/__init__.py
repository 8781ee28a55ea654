"""Modules: data, builder, binary form, assembler and disassembler."""
