"""Waarborg: the workbench for the dialogue on the safeguards around automated decision-making.

The rooms, from the ground up: ``values``, ``sources``, ``law``, ``register``, then ``assessment``,
``measurement`` and ``procedure``, then ``dialogue``, ``involvement`` and ``policy``, then ``wording`` and
``drawing``, ``publication``, ``jobs``, ``workbench``, and the doors ``cli`` and ``web``.
"""

__version__ = "0.1.0"
