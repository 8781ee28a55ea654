"""The typed program: what the source means, with every name resolved and every conversion explicit.

Nodes are compared by identity. Every expression has the type that the language gives it.
"""

from plait.frontend.check.typed.expressions import *
from plait.frontend.check.typed.functions import *
from plait.frontend.check.typed.objects import *
from plait.frontend.check.typed.statements import *
