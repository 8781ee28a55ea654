"""Preparation: verified functions become three-address code over frame slots, which every executor runs."""
