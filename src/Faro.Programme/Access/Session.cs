// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Access;

/// <summary>One signed-in browser. Every request asks whether it still lives, so signing out works everywhere at once.</summary>
public sealed class Session
{
    public const int DeviceMaxLength = 120;

    /// <summary>Greatest life of a session; whoever works longer signs in again.</summary>
    public const int Hours = 12;

    /// <summary>Minutes without a request after which the browser's cookie is no longer taken.</summary>
    public const int IdleMinutes = 60;

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Kind of browser and system as its header says, for the owner's list of sessions; no address is kept.</summary>
    public required string Device { get; init; }

    /// <summary>How it was proved: <c>password</c>, <c>password+totp</c>, <c>recovery-code</c>, <c>passkey</c>.</summary>
    public required string Method { get; init; }

    public bool LivesAt(DateTimeOffset moment) => EndedAt is null && moment < ExpiresAt;
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Property(session => session.Device).HasMaxLength(Session.DeviceMaxLength);
        builder.Property(session => session.Method).HasMaxLength(40);
        builder.HasIndex(session => session.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId);
        builder.Open(
            session => session.Id,
            session => session.UserId,
            session => session.StartedAt,
            session => session.ExpiresAt,
            session => session.EndedAt,
            session => session.Method
        );
        builder.Personal(session => session.Device);
    }
}
