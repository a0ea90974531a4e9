"""Files of our own making, with the dirt that exports usually have: to try the scorecard with, and for tests."""

from functools import cache
from pathlib import Path

from metrics.scorecard.fields import Kind

FOLDER = Path(__file__).parent
AS_OF = "2026-10-31"
TEMPLATE = (
    "id,created,closed,status,stage,amount,currency,owner,source,segment,pipeline\r\n"
    "1001,2025-03-14,2025-05-02,won,Negotiation,12500.00,EUR,Rep A,Referral,Small,New business\r\n"
    "1002,2025-04-01,,open,Demo,8000.00,EUR,Rep B,Website,Medium,New business\r\n"
)


@cache
def sample_file(kind: Kind) -> bytes:
    """The sample of this kind of file."""
    return (FOLDER / f"{kind}.csv").read_bytes()
