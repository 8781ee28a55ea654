"""The linear memory of a context: layouts of objects, allocator, collector."""
