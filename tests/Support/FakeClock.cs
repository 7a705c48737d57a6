// SPDX-License-Identifier: Apache-2.0
namespace Faro.Tests.Support;

/// <summary>A clock that stands until it is moved; its timers are those of the real one.</summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    /// <summary>Monday 23 November 2026, 15:00 UTC: nine in the morning in Puerto Vallarta.</summary>
    public FakeClock()
        : this(new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero)) { }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
