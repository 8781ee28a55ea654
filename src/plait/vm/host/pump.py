"""Running a context from an event loop of asyncio: its tasks go on in slices, and wait without holding the loop up.

A program that serves the host runs nothing by itself: the pump lets it run what can run, until it says in how many
milliseconds more can. Only one thing of a context runs at a time, from its beginning to its end, as JavaScript does.
"""

from __future__ import annotations

import asyncio
import math
import os
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

from plait.errors import GuestError, InterruptError, LimitError, PlaitError
from plait.vm.clock import SystemClock
from plait.vm.execution import Execution
from plait.vm.handles import GuestObject
from plait.vm.host.limits import AwaitedLimits, abandon, fueled_together
from plait.vm.host.operations import LAST_OWN_CALL, Serve
from plait.vm.options import Engine
from plait.vm.runner import Request, Steps
from plait.vm.task_interpreter import RunResult

if TYPE_CHECKING:
    from plait.isa.value_types import ValueType
    from plait.vm.host.bridge import Bridge
    from plait.vm.values import HostValue

T = TypeVar("T")

LONGEST_SLICE = 0.002
"""For how many seconds a run of the program may hold up the loop."""

SMALL_HEAP = 1 << 20
"""In a larger heap a collection takes so long that everything runs off the loop's thread."""

TIME_OF_SOME = "timeout of some"
"""How a limit is named that is the next of those of several calls."""

CLOSED = "the context has been closed"

NICENESS = 10
"""By how much these threads step back behind others, in the measure of `nice`: what runs for long competes with what
answers soon for a processor, and the loop has to have it first.
"""

GRACE_SECONDS = 1.0
"""How long a cancelled task of the program may take to end by itself."""


@cache
def _pool(_process: int) -> ThreadPoolExecutor:
    """The threads in which long slices run."""
    count = (os.cpu_count() or 1) + 2
    return ThreadPoolExecutor(max_workers=count, thread_name_prefix="plait", initializer=_step_back)


def _step_back() -> None:
    """Let the thread of the loop, and whatever answers quickly, come before this one, where threads have priorities."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), os.getpriority(os.PRIO_PROCESS, 0) + NICENESS)


def run_now(awaitable: Awaitable[T]) -> T:
    """Wait for something of Python's where no event loop runs. Raises `RuntimeError` where one does."""

    async def wait() -> T:
        return await awaitable

    coroutine = wait()
    try:
        return asyncio.run(coroutine)
    finally:
        coroutine.close()


def running_loop() -> asyncio.AbstractEventLoop:
    """The loop that runs. Raises `PlaitError` where none of asyncio's does, as under trio."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        raise PlaitError(
            "awaiting a program needs an event loop of asyncio, which does not run here; under trio, "
            "let a thread call it: await trio.to_thread.run_sync(context.call, name, ...)"
        ) from None


class Pump:
    """Runs one context from one event loop."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.loop = running_loop()
        self._turn = asyncio.Lock()
        self._changed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._waiting: dict[asyncio.Future[tuple[bool, Any]], float | None] = {}
        self._numbers: dict[int, asyncio.Future[tuple[bool, Any]]] = {}
        self._limits: dict[asyncio.Future[tuple[bool, Any]], AwaitedLimits] = {}
        self._cancelled: set[asyncio.Future[tuple[bool, Any]]] = set()
        self._host_tasks: set[asyncio.Task[None]] = set()
        self._answers: list[tuple[GuestObject, bool, Any]] = []
        self._is_running = False
        self._closes = False
        """Whether the context is to be closed when what runs has ended."""

    # Running the program.

    async def alone(self, work: Callable[[], T]) -> T:
        """Do something short with the context, when nothing else of it runs."""
        async with self._turn:
            with self._bridge.vm.running(self._bridge.context):
                return work()

    async def copy(self, value: HostValue) -> HostValue:
        """A copy of what is held; everything else as it is."""
        return await self.alone(lambda: self._bridge.copy(value)) if isinstance(value, GuestObject) else value

    async def serve(
        self,
        operation: Serve,
        first: HostValue = None,
        second: HostValue = None,
        third: HostValue = None,
        limits: AwaitedLimits | None = None,
    ) -> HostValue:
        """Ask the program for something; objects come as handles."""
        return await self.run(self._bridge.serve_index, (float(operation), first, second, third), limits)

    async def run(
        self, function: int, arguments: tuple[HostValue, ...], limits: AwaitedLimits | None = None
    ) -> HostValue:
        """Call a function in slices, when nothing else of the context runs; objects come as handles."""
        bridge = self._bridge

        def start() -> int:
            bridge.forget()
            return bridge.vm.runner().start(bridge.context, function, arguments)

        result = bridge.context.module.functions[function].result
        execution = self._execution(limits)
        return await self._run_task(start, result, execution, [] if limits is None else [limits])

    async def at_once(
        self, start: Callable[[], int], limits: AwaitedLimits, begun: RunResult | None = None
    ) -> HostValue:
        """Run a call by `Serve.AT_ONCE` that is started, or has begun and come back so; what it gives, as a copy."""
        bridge = self._bridge
        result = bridge.context.module.functions[bridge.serve_index].result
        try:
            found = await self._run_task(start, result, self._execution(limits), [limits], begun)
        except (GuestError, TypeError, ValueError, OverflowError, KeyError):
            raise
        except BaseException:
            bridge.give_up(LAST_OWN_CALL)
            raise
        return await self.copy(found)

    def _execution(self, limits: AwaitedLimits | None) -> Execution:
        clock = self._bridge.vm.clock
        return Execution(clock, None) if limits is None else Execution(clock, limits.left, limits.limit, limits.seconds)

    async def _run_task(
        self,
        start: Callable[[], int],
        result: ValueType | None,
        execution: Execution,
        counted: Sequence[AwaitedLimits],
        begun: RunResult | None = None,
    ) -> HostValue:
        """Run a task that is started, or has begun, in slices, when nothing else of the context runs.

        The fuel that it takes is counted for some calls.
        """
        async with self._turn:
            try:
                self._is_running = True
                return await self._run_alone(start, result, execution, counted, begun)
            except InterruptError:
                if self._closes:
                    raise PlaitError(CLOSED) from None
                raise
            finally:
                self._is_running = False
                if self._closes:
                    self._bridge.context.close()

    async def _run_alone(
        self,
        start: Callable[[], int],
        result: ValueType | None,
        execution: Execution,
        counted: Sequence[AwaitedLimits],
        begun: RunResult | None,
    ) -> HostValue:
        vm, context = self._bridge.vm, self._bridge.context
        with vm.entered(context), vm.registered(execution):
            runner = vm.runner()
            with vm.active(execution):
                task = start()
                entered = runner.entered(context)
                entered.__enter__()
            try:
                context.set("main_task", task)
                with fueled_together(context, counted):
                    ended = await self._drive(runner.turns(context, whole=False, begun=begun), execution)
                    with vm.active(execution):
                        return runner.finish(context, result, ended, False, False)
            except GuestError:
                raise
            except BaseException:
                abandon(vm, context)
                raise
            finally:
                with vm.active(execution):
                    entered.__exit__(None, None, None)

    @property
    def others_wait(self) -> bool:
        """Whether anybody waits for the program whose time is not over."""
        now = self.loop.time()
        return any(not future.done() and (end is None or end > now) for future, end in self._waiting.items())

    async def _drive(self, steps: Steps, execution: Execution) -> RunResult:
        vm = self._bridge.vm
        begun = perf_counter()
        try:
            with vm.active(execution):
                request = next(steps)
            while True:
                answer = await self._do(request, execution, perf_counter() - begun < LONGEST_SLICE)
                with vm.active(execution):
                    request = steps.send(answer)
        except StopIteration as end:
            ended: RunResult = end.value
            return ended
        finally:
            with vm.active(execution):
                steps.close()

    async def _do(self, request: Request, execution: Execution, is_short: bool) -> int:
        """Do what the running of the context needs; what is short so far goes on in the loop's thread for a while."""
        bridge = self._bridge
        vm, context = bridge.vm, bridge.context
        match request:
            case Request.RUN:
                is_small = context.get("heap_top") - context.get("space_start") < SMALL_HEAP
                if vm.options.engine is Engine.REFERENCE or (is_short and is_small):
                    context.set("refills_left", 1)
                    return vm.machine.run_tasks(context)
                return await self._elsewhere(lambda: vm.machine.run_tasks(context), execution)
            case Request.COMPILE:
                return await self._elsewhere(lambda: int(vm.runner().is_compiled(context)), execution)
            case Request.SLEEP:
                await self._sleep(vm.runner().seconds_to_timer(context))
                vm.runner().notice_timer(context)
                return 0

    async def _elsewhere(self, work: Callable[[], int], execution: Execution) -> int:
        """Let another thread work; nobody else may touch the context meanwhile, nor after the loop has given up."""
        context = self._bridge.context
        context.is_in_background = True
        future = self.loop.run_in_executor(_pool(os.getpid()), work)
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            execution.interrupt()
            while not future.done():
                await asyncio.wait({future})
            raise
        finally:
            context.is_in_background = False

    async def _sleep(self, seconds: float) -> None:
        """Let time pass by the clock of the machine."""
        clock = self._bridge.vm.clock
        if isinstance(clock, SystemClock):
            await asyncio.sleep(max(0.0, seconds))
        else:
            clock.wait(max(0.0, seconds))
            await asyncio.sleep(0)

    # Waiting for promises.

    async def call(self, function: HostValue, given: HostValue, limits: AwaitedLimits) -> HostValue:
        """Call a function on a list, and wait for the promise that it may give, as `settled` does."""
        future: asyncio.Future[tuple[bool, Any]] = self.loop.create_future()
        number = self._add(future)
        try:
            started = await self.serve(Serve.BEGIN, function, number, given, limits)
        except BaseException as error:
            self._bridge.remove_watcher(number)
            if not isinstance(error, GuestError):
                self._bridge.give_up(number)
            raise
        return await self._settled(started, future, number, limits)

    async def settled(self, given: HostValue, limits: AwaitedLimits) -> HostValue:
        """What a promise gives, as a handle if it is an object; everything else as it is.

        Raises what the promise is rejected with, and `LimitError` when a limit is reached. Who is cancelled cancels the
        task of the promise.
        """
        future: asyncio.Future[tuple[bool, Any]] = self.loop.create_future()
        return await self._settled(given, future, self._add(future), limits)

    async def _settled(
        self, given: HostValue, future: asyncio.Future[tuple[bool, Any]], number: int, limits: AwaitedLimits
    ) -> HostValue:
        """Wait for what is watched by a number."""
        if not isinstance(given, GuestObject) or not await self.serve(Serve.WATCH, given, number):
            self._bridge.remove_watcher(number)
            self.start()
            return given
        self.start()
        return await self._wait_for(future, number, given, limits)

    async def call_of_number(self, number: int, limits: AwaitedLimits) -> HostValue:
        """Wait for a call to which the program has given a number, as `settled` does."""
        future: asyncio.Future[tuple[bool, Any]] = self.loop.create_future()
        self._bridge.watch(number, _settling(future))
        return await self._wait_for(future, number, number, limits)

    async def _wait_for(
        self,
        future: asyncio.Future[tuple[bool, Any]],
        number: int,
        cancelled: HostValue,
        limits: AwaitedLimits,
    ) -> HostValue:
        """Wait for what is watched by a number; `cancelled` is what the program is given to cancel it."""
        self._numbers[number] = future
        seconds = limits.left
        self._waiting[future] = None if seconds is None else self.loop.time() + seconds
        self._limits[future] = limits
        try:
            done, _ = await asyncio.wait({future}, timeout=seconds)
            if not done:
                await self._cancel(cancelled, future)
                raise limits.error()
        except asyncio.CancelledError:
            await self._cancel(cancelled, future)
            raise
        finally:
            del self._waiting[future], self._numbers[number], self._limits[future]
            if self._bridge.is_watched(number):
                # It has not ended, nor will it.
                self._bridge.remove_watcher(number)
                self._bridge.give_up(number)
        is_rejected, value = future.result()
        if is_rejected:
            raise await self.alone(lambda: self._bridge.error_of(value))
        return value

    def _add(self, future: asyncio.Future[tuple[bool, Any]]) -> int:
        """The number by which the program is to say how what is waited for has ended."""
        return self._bridge.add_watcher(_settling(future))

    def lose(self, number: int) -> None:
        """The program was stopped for others in the midst of what somebody waits for by a number."""
        future = self._numbers.get(number)
        if future is not None and not future.done():
            reason = "the program was stopped in the midst of this call, because the time of another was over"
            future.set_exception(LimitError("timeout", reason))

    async def _cancel(self, promise: HostValue, future: asyncio.Future[tuple[bool, Any]]) -> None:
        """Let the task of a promise end, by way of its `finally`."""

        self._waiting[future] = self.loop.time() + GRACE_SECONDS
        self._cancelled.add(future)

        async def cancel() -> None:
            await self.serve(Serve.CANCEL, promise)
            self.start()
            await asyncio.wait({future}, timeout=GRACE_SECONDS)

        task = self.loop.create_task(cancel())
        while not task.done():
            with suppress(asyncio.CancelledError, PlaitError):
                await asyncio.shield(task)
        self._cancelled.discard(future)
        if future.done() and not future.cancelled():
            # Nobody asks any more how it has ended.
            future.exception()

    @property
    def has_business(self) -> bool:
        """Whether it waits for the program, or the program for it."""
        is_running = self._is_running or (self._task is not None and not self._task.done())
        return is_running or bool(self._waiting or self._host_tasks or self._answers)

    @property
    def is_free(self) -> bool:
        """Whether nobody else has anything to do with the program."""
        return not (self.has_business or self._turn.locked() or self._closes)

    # Functions of the host that are asynchronous.

    @property
    def is_here(self) -> bool:
        """Whether the thread that runs is that of the loop, which is running."""
        try:
            return asyncio.get_running_loop() is self.loop
        except RuntimeError:
            return False

    def adopt(self, awaitable: Awaitable[Any], promise: GuestObject) -> None:
        """Settle a promise when something of Python's is done."""
        task = self.loop.create_task(self._await(awaitable, promise))
        self._host_tasks.add(task)
        task.add_done_callback(self._forget)

    def _forget(self, task: asyncio.Task[None]) -> None:
        self._host_tasks.discard(task)
        self.start()

    async def _await(self, awaitable: Awaitable[Any], promise: GuestObject) -> None:
        try:
            answer = (promise, False, await awaitable)
        except asyncio.CancelledError:
            answer = (promise, True, RuntimeError("what the program waits for was cancelled"))
        except Exception as error:
            answer = (promise, True, error)
        self._answers.append(answer)

    def start(self) -> None:
        """Let the program go on: something may have changed."""
        if self._bridge.context.is_closed:
            return
        self._changed.set()
        if self._task is None or self._task.done():
            self._task = self.loop.create_task(self._run())

    async def _run(self) -> None:
        """Let the program go on while it waits for anything but us."""
        while not self._bridge.context.is_closed:
            self._changed.clear()
            try:
                rest = await self._go_on()
            except Exception as error:
                # Of the program, or of who writes its output.
                if self._closes:
                    return
                self._fail(error)
                # What else was to run is not known any more.
                rest = 0.0 if self.others_wait else -1.0
            if self._changed.is_set():
                continue
            if rest < 0 and not self._host_tasks and not self._answers:
                return
            await self._wait(rest)

    async def _wait(self, milliseconds: float) -> None:
        """Wait until something has changed, or so many milliseconds if they are not negative."""
        if milliseconds >= 0 and not isinstance(self._bridge.vm.clock, SystemClock):
            await self._sleep(milliseconds / 1000)
            return
        with suppress(TimeoutError):
            await asyncio.wait_for(self._changed.wait(), None if milliseconds < 0 else milliseconds / 1000)

    async def _go_on(self) -> float:
        """Tell the program what has been answered, and let it run what can run."""
        while self._answers:
            promise, is_rejected, value = self._answers.pop(0)
            await self._answer(promise, is_rejected, value)
        deadlines = [deadline for deadline in self._waiting.values() if deadline is not None]
        rest = max(0.0, min(deadlines) - self.loop.time()) if deadlines else None
        waits = await self._pump(Execution(self._bridge.vm.clock, rest, TIME_OF_SOME))
        assert isinstance(waits, int | float)
        return float(waits)

    async def _pump(self, execution: Execution) -> HostValue:
        bridge = self._bridge

        def start() -> int:
            bridge.forget()
            arguments = (float(Serve.PUMP), None, None, None)
            return bridge.vm.runner().start(bridge.context, bridge.serve_index, arguments)

        result = bridge.context.module.functions[bridge.serve_index].result
        return await self._run_task(start, result, execution, list(self._limits.values()))

    async def _answer(self, promise: GuestObject, is_rejected: bool, value: Any) -> None:
        if not is_rejected:
            try:
                await self.serve(Serve.RESOLVE, promise, value)
            except (TypeError, ValueError, OverflowError) as error:
                value, is_rejected = error, True
        if is_rejected:
            await self.serve(Serve.REJECT, promise, await self.alone(lambda: self._bridge.error_object(value)))

    def _fail(self, error: Exception) -> None:
        """Everybody who waits for the program gets the error, of a limit those who have reached it; if nobody waits,
        the loop's handler of exceptions.
        """
        waiting = [future for future in self._waiting if not future.done()]
        if isinstance(error, LimitError) and error.limit == TIME_OF_SOME:
            for future in waiting:
                if future in self._cancelled or (self._waiting[future] or math.inf) <= self.loop.time():
                    future.set_exception(self._limits[future].error(error.trace))
            return
        if isinstance(error, LimitError) and error.limit == "fuel":
            waiting = [future for future in waiting if self._limits[future].has_no_fuel]
        for future in waiting:
            future.set_exception(error)
        if not waiting:
            self.loop.call_exception_handler({"message": "a program of plait has failed", "exception": error})

    # Iterating.

    async def iterate(self, handle: GuestObject) -> AsyncIterator[Any]:
        """The values of an asynchronous iterable of the program, as copies."""
        iterator = await self.serve(Serve.ITERATOR, handle)
        is_done = False
        try:
            while True:
                step = await self._method(iterator, "next")
                found = await self.copy(step)
                if found.get("done"):
                    is_done = True
                    return
                yield found.get("value")
        finally:
            if not is_done and await self.serve(Serve.HAS, iterator, "return"):
                await self._method(iterator, "return")

    async def _method(self, object_: HostValue, name: str) -> HostValue:
        method = await self.serve(Serve.GET, object_, name)
        return await self.settled(await self.serve(Serve.START, method, object_, []), AwaitedLimits(None, None))

    async def drained(self, limits: AwaitedLimits) -> None:
        """Wait until the program waits for nothing any more. Raises as `settled`."""
        future: asyncio.Future[tuple[bool, Any]] = self.loop.create_future()
        seconds = limits.left
        self._waiting[future] = None if seconds is None else self.loop.time() + seconds
        self._limits[future] = limits
        try:
            while self._task is not None and not self._task.done():
                both: list[asyncio.Future[Any]] = [self._task, future]
                await asyncio.wait(both, timeout=limits.left, return_when=asyncio.FIRST_COMPLETED)
                if future.done():
                    future.result()
                elif limits.left == 0:
                    raise limits.error()
        finally:
            del self._waiting[future], self._limits[future]

    def close_later(self) -> bool:
        """The context is to be closed when what this runs of it has ended, which it does now; whether anything runs."""
        context = self._bridge.context
        if not self._is_running or context.waits_for_host or not self.is_here:
            return False
        self._closes = True
        self._leave()
        self._bridge.vm.interrupt_context(context)
        return True

    def stop(self) -> None:
        """End what Python does for the program; who waits for it gets a `PlaitError`."""
        self._leave()
        for task in (*self._host_tasks, *([] if self._task is None else [self._task])):
            if not self.loop.is_closed():
                task.cancel()

    def _leave(self) -> None:
        for future in self._waiting:
            if not future.done():
                future.set_exception(PlaitError(CLOSED))


def _settling(future: asyncio.Future[tuple[bool, Any]]) -> Callable[[bool, Any], None]:
    """What lets a future know how a promise has ended."""

    def settle(is_rejected: bool, value: Any) -> None:
        if not future.done():
            future.set_result((is_rejected, value))

    return settle
