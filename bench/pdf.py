"""How long reading a PDF of fifty pages takes beside pdfium's bare text, and what it takes of memory.

The PDF is an example report, set again and again. See README.md beside this script.
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median
from time import process_time

from pypdfium2 import PdfDocument
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from summarizer.reading import Limits, extract

EXAMPLE = Path(__file__).parents[1] / "examples" / "yunqiao_congress_2023.txt"
PAGES = 50
LONGEST_OF_BARE = 2.0
_FONT = "STSong-Light"
_SIZE, _PITCH, _LINES, _WIDTH = 14.0, 23.0, 30, 30
_PEAK = """
import sys
from pathlib import Path
from summarizer.reading import Limits, extract
data = sys.stdin.buffer.read()
import pypdfium2, summarizer.reading.pdf.extraction
def most():
    status = Path("/proc/self/status").read_text()
    return 1024 * int(status.split("VmHWM:")[1].split()[0])
before = most()
if sys.argv[1] == "extract":
    extract(data, name="bench.pdf", limits=Limits(max_bytes=10**9))
else:
    from pypdfium2 import PdfDocument
    with PdfDocument(data) as pdf:
        for page in pdf:
            page.get_textpage().get_text_range()
print(most() - before)
"""


def report_pdf(pages: int) -> bytes:
    """`pages` pages of report text with running head and page number, half of them in one column, half in two."""
    text = "".join(line.strip() for line in EXAMPLE.read_text(encoding="utf-8").splitlines())
    text = re.sub(r"\s", "", text) * (pages * _LINES * _WIDTH // len(text) + 1)
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842), invariant=1)
    position = 0
    for number in range(pages):
        canvas.setFont(_FONT, 9)
        canvas.drawString(220, 805, "云桥市人民代表大会文件汇编")
        canvas.drawString(285, 40, f"- {number + 1} -")
        canvas.setFont(_FONT, _SIZE)
        halves = ((70, _WIDTH),) if number % 2 else ((70, _WIDTH // 2), (320, _WIDTH // 2))
        for left, width in halves:
            for row in range(_LINES):
                canvas.drawString(left, 770 - _PITCH * row, text[position : position + width])
                position += width
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def bare(data: bytes) -> None:
    """The text of every page as pdfium gives it."""
    pdf = PdfDocument(data)
    for index in range(len(pdf)):
        page = pdf[index]
        page.get_textpage().get_text_range()
        page.close()
    pdf.close()


def seconds(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


def peak(what: str, data: bytes) -> int:
    """By how many bytes the memory of a process grows while it reads."""
    done = subprocess.run([sys.executable, "-c", _PEAK, what], input=data, stdout=subprocess.PIPE, check=True)
    return int(done.stdout)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("files", nargs="*", type=Path, help="PDFs to measure instead")
    wanted = parser.parse_args()
    kept = True
    print(f"{'':32} bytes     bare s  extract s  of bare   memory MB  (pdfium alone)")
    files = {path.name: path.read_bytes() for path in wanted.files} or {f"{PAGES} pages": report_pdf(PAGES)}
    for name, data in files.items():
        extract(data, name=name, limits=Limits(max_bytes=10**9))
        times = [
            (seconds(lambda: bare(data)), seconds(lambda: extract(data, name=name, limits=Limits())))  # noqa: B023
            for _ in range(wanted.runs)
        ]
        alone, ours = median(first for first, _ in times), median(second for _, second in times)
        memory, least = peak("extract", data) / 1e6, peak("bare", data) / 1e6
        print(
            f"{name[:32]:32} {len(data):9,} {alone:7.3f} {ours:10.3f} {ours / alone:8.2f} {memory:11.1f}  ({least:.1f})"
        )
        kept &= ours <= LONGEST_OF_BARE * alone
    print(f"promised: at most {LONGEST_OF_BARE} of bare: {'kept' if kept else 'NOT KEPT'}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
