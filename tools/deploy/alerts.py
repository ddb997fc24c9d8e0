"""What wakes somebody up: each alert with what it means and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from bot.watching import metrics as m
from tools.deploy.queries import of, quantile, rate, share

SCRAPED = "lukis"
"""What Prometheus calls the job of asking us."""

ENDED = "done|failed|cancelled"


@dataclass(frozen=True)
class Alert:
    """One alert.

    Attributes:
        name: as Prometheus calls it.
        when: what is true while something is wrong.
        lasting: for how long that must be so, as Prometheus writes it.
        severity: "page" for what people suffer from now, "ticket" for what can wait until tomorrow.
        means: what it says about Lukis.
        do: what to do about it.
    """

    name: str
    when: str
    lasting: str
    severity: Literal["page", "ticket"]
    means: str
    do: str

    def rule(self) -> dict[str, Any]:
        """As Prometheus takes it."""
        return {
            "alert": self.name,
            "expr": self.when,
            "for": self.lasting,
            "labels": {"severity": self.severity},
            "annotations": {"summary": self.means, "description": self.do},
        }


ALERTS = (
    Alert(
        "LukisDown",
        f'up{{job="{SCRAPED}"}} == 0',
        "2m",
        "page",
        "Lukis does not answer at METRICS_PORT: it has ended, or its event loop hangs.",
        "Look at the end of its log and start it again; what was accepted goes on. Else try `lukis doctor`.",
    ),
    Alert(
        "LukisRestarts",
        f'changes(process_start_time_seconds{{job="{SCRAPED}"}}[1h]) > 3',
        "1m",
        "page",
        "Lukis was started more than three times within an hour.",
        "Something ends it: the system for want of memory (`dmesg`), or a bad setting, which its log names.",
    ),
    Alert(
        "LukisPlatformSilent",
        f"{m.CONNECTED} == 0",
        "5m",
        "page",
        "A platform does not hear people: its token is refused, it is down itself, or the network is.",
        "The log says which. `lukis doctor` tries the tokens. Lukis goes on trying by itself, all but refused tokens.",
    ),
    Alert(
        "LukisNothingDraws",
        f"sum({m.DEVICE_READY}) == 0 or absent({m.DEVICE_READY})",
        "5m",
        "page",
        "No device takes jobs. They wait, and nobody gets a picture.",
        "Right after a start: the engine is being loaded. Else its process ends again and again: the log says with "
        "which exit code. Look whether the driver still sees the cards (`nvidia-smi`).",
    ),
    Alert(
        "LukisDeviceAway",
        f"{m.DEVICE_READY} == 0",
        "10m",
        "ticket",
        "One device takes no jobs; the others do its work.",
        "As for LukisNothingDraws, for that device.",
    ),
    Alert(
        "LukisStuck",
        f"sum({m.JOBS_OPEN}) > 0 and (sum(increase({of(m.JOBS, state=ENDED)}[30m])) or vector(0)) == 0",
        "5m",
        "page",
        "Jobs wait, and for half an hour none has ended.",
        "The log says which thread is at what since when. Restart Lukis: the jobs go on. Keep the log.",
    ),
    Alert(
        "LukisJobsFail",
        f"({share(m.JOBS, {'state': 'failed'}, {'state': 'done|failed'})}) > 0.1"
        f" and {rate(m.JOBS, state='failed')} > 0.01",
        "10m",
        "page",
        "More than one job in ten fails.",
        f"`{m.FAILURES}` says by which code. out-of-memory: lower MEMORY_BUDGET_GB. bad-model: `lukis doctor`. engine, "
        "unknown: the log has a traceback under each incident.",
    ),
    Alert(
        "LukisWaitsLong",
        f"{quantile(0.9, m.WAIT_SECONDS)} > 300",
        "15m",
        "ticket",
        "One job in ten waits for its turn for more than five minutes.",
        "More is asked for than is drawn. If the devices are busy, add one or lower MAX_WAITING_JOBS; if they are "
        "not, too many models take turns: look at the loads.",
    ),
    Alert(
        "LukisResultsWait",
        f"{m.DELIVERIES_OPEN} > 20",
        "10m",
        "ticket",
        "Many pictures are drawn but have not arrived. They are tried again until they have.",
        "Look at the calls of platforms that end as “later”: usually it is the platform that is slow or limits us.",
    ),
    Alert(
        "LukisRateLimited",
        f"{rate(m.RATE_LIMITS, 'platform')} > 0.2",
        "10m",
        "ticket",
        "A platform keeps telling us to slow down.",
        "Lukis does. If it lasts, one group asks for very much: lower MAX_WAITING_JOBS.",
    ),
    Alert(
        "LukisStoreClosed",
        f"{m.STORE_OPEN} == 0",
        "1m",
        "page",
        "Nothing new can be kept: the disk is full, or DATA_DIR can't be written. New jobs are refused.",
        "The log names what is wrong. Make space, or lower MIN_FREE_MB; Lukis goes on by itself.",
    ),
    Alert(
        "LukisDiskFills",
        f"predict_linear({m.DISK_FREE}[6h], 86400) < 0 and {m.DISK_FREE} < 2e10",
        "30m",
        "ticket",
        "As things go, the disk of DATA_DIR is full within a day.",
        "Make space before Lukis has to refuse new jobs.",
    ),
    Alert(
        "LukisTranslatesBadly",
        f"({share(m.TRANSLATIONS, {'outcome': 'failed'}, {'outcome': 'translated|word-for-word|failed'})}) > 0.2",
        "15m",
        "ticket",
        "More than one text in five that should be translated is not.",
        "`lukis translate` says what each translator answers to a prompt. Add one to TRANSLATORS, or a key.",
    ),
    Alert(
        "LukisTranslatorAway",
        f"{rate(m.TRANSLATORS, 'provider', outcome='unavailable|no answer|failed')} > 0"
        f" unless {rate(m.TRANSLATORS, 'provider', outcome='answered')} > 0",
        "30m",
        "ticket",
        "A translator has given no answer for half an hour. Those after it in TRANSLATORS are asked.",
        "Look whether its key and its address are still good (`lukis doctor`), or take it out of TRANSLATORS.",
    ),
    Alert(
        "LukisLoopLags",
        f"{quantile(0.99, m.LOOP_LAG)} > 1",
        "5m",
        "ticket",
        "The program is late by more than a second now and then: buttons answer slowly.",
        "The machine's processors are busy with something else, or it swaps.",
    ),
    Alert(
        "LukisDatabaseSlow",
        f"{quantile(0.95, m.DATABASE_SECONDS, 'operation', operation='write')} > 1",
        "10m",
        "ticket",
        "Keeping something takes more than a second.",
        "The disk of DATA_DIR is slow or busy; it should be a local one.",
    ),
    Alert(
        "LukisModelsBroken",
        f"increase({of(m.LOADS, outcome='failed')}[15m]) > 0",
        "1m",
        "ticket",
        "A model could not be loaded.",
        "`/models` and the log say which one and why.",
    ),
)


def rules() -> dict[str, Any]:
    """All of them as a file of rules."""
    return {"groups": [{"name": SCRAPED, "rules": [alert.rule() for alert in ALERTS]}]}
