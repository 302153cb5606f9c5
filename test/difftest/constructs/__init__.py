"""A module for each kind of construct. Importing one registers its rules."""
from constructs import (channels, closures, containers, control, frames, functions, generics, initialisation, methods,  # noqa: F401
                        numbers, order, panics, rangefuncs, records, text, variables)
