"""The syntax tree: one frozen class per construct of the language, as it is written, without meaning."""

from plait.frontend.syntax.classes import *
from plait.frontend.syntax.expressions import *
from plait.frontend.syntax.patterns import *
from plait.frontend.syntax.statements import *
from plait.frontend.syntax.types import *
