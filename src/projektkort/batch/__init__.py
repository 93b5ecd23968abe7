"""Many sources: in order, in processes, remembered; what one source is worth, `engine` says."""
