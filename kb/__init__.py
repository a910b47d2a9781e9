"""Records, answers and every face of the system."""
