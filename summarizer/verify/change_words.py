"""The Chinese words that tell a rise or a fall wherever they stand, as alternatives of a pattern.

What reads changes adds the words that tell one in its own place: 降 before 到, 幅 behind 降, 新增 of what came.
"""

__all__ = ["FALL", "RISE"]

RISE = "增长|增加|提高|提升|上升"
FALL = "下降|降低|减少|压减"
