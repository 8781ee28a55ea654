"""The syntax tree: one class per construct of the language, as it is written, without meaning."""

from plait.frontend.next.syntax.classes import *
from plait.frontend.next.syntax.expressions import *
from plait.frontend.next.syntax.functions import *
from plait.frontend.next.syntax.names import *
from plait.frontend.next.syntax.node import Node as Node
from plait.frontend.next.syntax.node import children as children
from plait.frontend.next.syntax.node import descendants as descendants
from plait.frontend.next.syntax.statements import *
from plait.frontend.next.syntax.types import *
