"""From bytes to documents: decode, read, repair, choose, split, describe, outline."""
