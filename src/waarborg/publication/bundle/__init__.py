"""The bundle of a dossier: a site that opens from a folder, its data and papers, and the proof of them all.

``bundle_files`` makes the files from ``Contents``; ``manifest_of`` and ``place`` put them in a folder;
``verify`` proves them unchanged.
"""

from waarborg.publication.bundle.build import bundle_files, still_open
from waarborg.publication.bundle.contents import BundledPaper, BundledPosition, BundledQuestion, Contents
from waarborg.publication.bundle.folder import manifest_of, place, published_in
from waarborg.publication.bundle.known import as_it_stood
from waarborg.publication.bundle.manifest import Manifest, digest, manifest_bytes
from waarborg.publication.bundle.verify import Verification, verify

__all__ = [
    "BundledPaper",
    "BundledPosition",
    "BundledQuestion",
    "Contents",
    "Manifest",
    "Verification",
    "as_it_stood",
    "bundle_files",
    "digest",
    "manifest_bytes",
    "manifest_of",
    "place",
    "published_in",
    "still_open",
    "verify",
]
