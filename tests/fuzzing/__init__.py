"""Random damage to what people write, and what must hold whatever they wrote."""
