"""Tasks: frames, stops, fuel, the run queue, spawning and ending."""
