"""Channels: 0xd9 to 0xdf."""

from __future__ import annotations

from plait.isa.instruction import Flags, Immediate, instruction
from plait.kernel import address, i32, i64, kernel, unlikely
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import ChannelObject, TypeInfo
from plait.runtime import channels

MAKES = Flags.ALLOCATES | Flags.WORKS | Flags.THROWS
WAITS = Flags.WAITS | Flags.THROWS


@instruction(0xD9, "CHANNEL_WAIT", "channel(T) -> bool", fuel=4, flags=WAITS)
@kernel(inline=True)
def channel_wait(channel: ChannelObject) -> tuple[bool, i32]:
    """Waits for the next value, which CHANNEL_TAKE then gives; false when the channel is closed and empty.

    When there is a value at once, the task takes a turn all the same.
    """
    there, outcome = channels.wait_for_value(channel)
    return there, outcome


@instruction(0xDA, "NEW_CHANNEL", "i32 -> channel($)", Immediate.TYPE, fuel=16, flags=MAKES)
@kernel(inline=True)
def new_channel(capacity: i32, info: i32) -> tuple[ChannelObject, i32]:
    """An open, empty channel that keeps so many values. Throws INVALID_LENGTH."""
    result, outcome = channels.new_channel(TypeInfo(info), capacity)
    return result, outcome


@instruction(0xDB, "CHANNEL_SEND", "channel(W) W ->", fuel=4, flags=WAITS)
@kernel(inline=True)
def channel_send(channel: ChannelObject, value: i64) -> i32:
    """Sends a value: waits for room or a receiver, and takes a turn if either is there. Throws CHANNEL_CLOSED."""
    return channels.send(channel, value)


@instruction(0xDC, "CHANNEL_TAKE", "channel(W) -> W", fuel=2, flags=Flags.THROWS)
@kernel(inline=True)
def channel_take(channel: ChannelObject) -> tuple[i64, i32]:
    """The value that the task's last CHANNEL_WAIT on this channel has waited for. Throws CHANNEL_CLOSED without one."""
    value, outcome = channels.take_value(channel)
    return value, outcome


@instruction(0xDD, "CHANNEL_CLOSE", "channel(T) ->", fuel=4, flags=Flags.THROWS)
@kernel(inline=True)
def channel_close(channel: ChannelObject) -> i32:
    """No more values: those who wait to receive find it closed, those who wait to send get CHANNEL_CLOSED."""
    return channels.close(channel)


@instruction(0xDE, "CHANNEL_IS_CLOSED", "channel(T) -> bool", flags=Flags.THROWS)
@kernel(inline=True)
def channel_is_closed(channel: ChannelObject) -> tuple[bool, i32]:
    """Whether the channel has been closed; there may be values in it."""
    if unlikely(address(channel) == 0):
        return False, ErrorCode.NULL_REFERENCE
    return channel.closed != 0, Outcome.DONE


@instruction(0xDF, "CHANNEL_LENGTH", "channel(T) -> i32", flags=Flags.THROWS)
@kernel(inline=True)
def channel_length(channel: ChannelObject) -> tuple[i32, i32]:
    """How many values the channel keeps."""
    if unlikely(address(channel) == 0):
        return 0, ErrorCode.NULL_REFERENCE
    return channel.count, Outcome.DONE
