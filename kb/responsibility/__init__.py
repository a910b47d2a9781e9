"""Who answers for a task: the clauses that name bodies, their parts, and each body's role.

* `kb.responsibility.clauses`: where such a clause stands: in brackets, behind a label, as a sentence;
* `kb.responsibility.chinese` and `kb.responsibility.english`: its names and roles.
"""

from kb.responsibility.clauses import Clause, first_is_lead, read_clauses
from kb.responsibility.units import Unit

__all__ = ["Clause", "Unit", "first_is_lead", "read_clauses"]
