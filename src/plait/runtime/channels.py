"""Channels: values pass from senders to receivers first in, first out; `capacity` of them wait in between."""

from __future__ import annotations

from plait.kernel import address, fill_bytes, i32, i64, kernel, load_i64, offset_of, remainder, size_of, store_i64
from plait.memory.allocator import allocate, has_room
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import (
    CONTEXT,
    DATA,
    ChannelObject,
    Delivery,
    Kind,
    Store,
    Task,
    TypeInfo,
    WaitKind,
)
from plait.runtime.wait_queues import append, begin_wait, take_first, take_turn, wake

MAX_CAPACITY = 1 << 24


@kernel
def new_channel(info: TypeInfo, capacity: i64) -> tuple[ChannelObject, i32]:
    """An open, empty channel. Throws INVALID_LENGTH for a capacity below zero or too large."""
    if capacity < 0 or capacity > MAX_CAPACITY:
        return ChannelObject(0), ErrorCode.INVALID_LENGTH
    size = DATA + 8 * capacity
    if not has_room(size_of(ChannelObject) + size):
        return ChannelObject(0), Outcome.NEED_MEMORY
    channel = ChannelObject(allocate(Kind.OBJECT, size_of(ChannelObject)))
    buffer = Store(allocate(Kind.WORD_STORE if info.element_traced != 0 else Kind.STORE, size))
    buffer.length = capacity
    buffer.capacity = capacity
    fill_bytes(address(buffer) + DATA, 0, 8 * capacity)
    channel.info = info
    channel.unused = 0
    channel.buffer = address(buffer)
    channel.first_sender = 0
    channel.last_sender = 0
    channel.first_receiver = 0
    channel.last_receiver = 0
    channel.capacity = capacity
    channel.count = 0
    channel.head = 0
    channel.closed = 0
    charge_work(capacity)
    return channel, Outcome.DONE


@kernel
def first_receiver(channel: ChannelObject) -> Task:
    """Take the receiver that has waited longest out of the queue; null when none waits."""
    first = address(channel) + offset_of(ChannelObject, "first_receiver")
    return take_first(first, address(channel) + offset_of(ChannelObject, "last_receiver"))


@kernel
def first_sender(channel: ChannelObject) -> Task:
    """Take the sender that has waited longest out of the queue; null when none waits."""
    first = address(channel) + offset_of(ChannelObject, "first_sender")
    return take_first(first, address(channel) + offset_of(ChannelObject, "last_sender"))


@kernel
def keep(channel: ChannelObject, value: i64) -> None:
    """Put a value behind those in the buffer, which has room."""
    index = remainder(channel.head + channel.count, channel.capacity)
    store_i64(channel.buffer + DATA + 8 * index, value)
    channel.count = channel.count + 1


@kernel
def carry(task: Task, channel: ChannelObject, value: i64) -> None:
    """Let a task hold a value of the channel."""
    task.carried = value
    task.carried_is_traced = channel.info.element_traced


@kernel
def take_carried(task: Task) -> i64:
    """The value that a task holds, which it then holds no more."""
    value = task.carried
    task.carried = 0
    task.carried_is_traced = 0
    return value


@kernel
def send(channel: ChannelObject, value: i64) -> i32:
    """Send a value, now or when there is room or a receiver; either way the current task takes a turn.

    Throws CHANNEL_CLOSED, also when the channel is closed while the task waits.
    """
    if address(channel) == 0:
        return ErrorCode.NULL_REFERENCE
    task = CONTEXT.current_task
    if task.delivered != Delivery.NONE:
        delivery = task.delivered
        task.delivered = Delivery.NONE
        task.waits_on = 0
        take_carried(task)
        return Outcome.DONE if delivery == Delivery.DONE else ErrorCode.CHANNEL_CLOSED
    if channel.closed != 0:
        take_turn()
        task.delivered = Delivery.CLOSED
        return Outcome.WAITING
    receiver = first_receiver(channel)
    if address(receiver) != 0:
        carry(receiver, channel, value)
        wake(receiver, Delivery.DONE)
        take_turn()
    elif channel.count < channel.capacity:
        keep(channel, value)
        take_turn()
    else:
        carry(task, channel, value)
        begin_wait(task, WaitKind.SENDING, address(channel))
        first = address(channel) + offset_of(ChannelObject, "first_sender")
        append(first, address(channel) + offset_of(ChannelObject, "last_sender"), task)
    return Outcome.WAITING


@kernel
def next_value(channel: ChannelObject, task: Task) -> bool:
    """Let the task hold the next value if there is one now, and let the sender that waits longest go on."""
    sender = Task(0)
    if channel.count > 0:
        place = channel.buffer + DATA + 8 * channel.head
        carry(task, channel, load_i64(place))
        store_i64(place, 0)
        channel.head = remainder(channel.head + 1, channel.capacity)
        channel.count = channel.count - 1
        sender = first_sender(channel)
        if address(sender) != 0:
            keep(channel, take_carried(sender))
            wake(sender, Delivery.DONE)
        return True
    sender = first_sender(channel)
    if address(sender) == 0:
        return False
    carry(task, channel, take_carried(sender))
    wake(sender, Delivery.DONE)
    return True


@kernel
def wait_for_value(channel: ChannelObject) -> tuple[bool, i32]:
    """Let the current task hold the next value, now or when one is sent; either way the task takes a turn.

    False when the channel is closed and empty.
    """
    if address(channel) == 0:
        return False, ErrorCode.NULL_REFERENCE
    task = CONTEXT.current_task
    if task.delivered != Delivery.NONE:
        delivery = task.delivered
        task.delivered = Delivery.NONE
        if delivery != Delivery.DONE:
            # What the task may still hold is of another channel: CHANNEL_TAKE must not give it as one of this.
            return False, Outcome.DONE
        task.waits_on = address(channel)
        return True, Outcome.DONE
    if next_value(channel, task):
        take_turn()
    elif channel.closed != 0:
        take_turn()
        task.delivered = Delivery.CLOSED
    else:
        begin_wait(task, WaitKind.RECEIVING, address(channel))
        first = address(channel) + offset_of(ChannelObject, "first_receiver")
        append(first, address(channel) + offset_of(ChannelObject, "last_receiver"), task)
    return False, Outcome.WAITING


@kernel
def take_value(channel: ChannelObject) -> tuple[i64, i32]:
    """The value that the current task has waited for. Throws CHANNEL_CLOSED when it has none of this channel."""
    task = CONTEXT.current_task
    if address(channel) == 0:
        return 0, ErrorCode.NULL_REFERENCE
    if task.waits_on != address(channel):
        return 0, ErrorCode.CHANNEL_CLOSED
    task.waits_on = 0
    return take_carried(task), Outcome.DONE


@kernel
def close(channel: ChannelObject) -> i32:
    """No more values: wake all who wait, with CLOSED. Closing twice does nothing."""
    if address(channel) == 0:
        return ErrorCode.NULL_REFERENCE
    channel.closed = 1
    task = first_receiver(channel)
    while address(task) != 0:
        wake(task, Delivery.CLOSED)
        task = first_receiver(channel)
    task = first_sender(channel)
    while address(task) != 0:
        wake(task, Delivery.CLOSED)
        task = first_sender(channel)
    return Outcome.DONE
