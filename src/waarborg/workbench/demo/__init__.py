"""The demo: a register of well-known systems in our own words, dossier CXLVII, an illustrated dialogue."""

from waarborg.workbench.demo.loading import DemoLoaded, load_demo, load_demo_case

__all__ = ["DemoLoaded", "load_demo", "load_demo_case"]
