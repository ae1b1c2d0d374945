"""Many files read at once: by several processes, each bounded, and from what earlier builds have kept."""
