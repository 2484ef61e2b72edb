"""Cases from the tables of a database, by whatever SQLAlchemy has a driver for."""
