"""What a document is and where every character of it came from. Standard library only."""
