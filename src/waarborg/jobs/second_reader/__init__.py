"""Teaching the second reader and measuring it: ``make train`` and ``make quality``.

This needs scikit-learn (the extra ``train``) and the registers that ``data/coded`` was coded from; judging
an entry needs neither.
"""
