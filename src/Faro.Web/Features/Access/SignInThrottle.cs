// SPDX-License-Identifier: Apache-2.0
using System.Threading.RateLimiting;
using Faro.Programme.Access;
using Microsoft.AspNetCore.Http;

namespace Faro.Web.Features.Access;

/// <summary>
/// How often one may knock. The pause of an account keeps guesses at one person few; this keeps one machine from trying
/// a password on everybody, and from keeping the processor busy with hashing.
/// </summary>
internal sealed class SignInThrottle : IDisposable
{
    /// <summary>Tries a minute of one address at one name.</summary>
    public const int TriesPerName = 10;

    /// <summary>Tries a minute of one address at all names.</summary>
    public const int TriesPerAddress = 60;

    private readonly PartitionedRateLimiter<(string Address, string Name)> _limiter =
        PartitionedRateLimiter.CreateChained(
            Limit(TriesPerName, key => $"{key.Address} {key.Name}"),
            Limit(TriesPerAddress, key => key.Address)
        );

    /// <summary>Counts a try.</summary>
    public bool Allows(HttpContext http, string name)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        using var lease = _limiter.AttemptAcquire((address, User.Fold(name)));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private static PartitionedRateLimiter<(string Address, string Name)> Limit(
        int tries,
        Func<(string Address, string Name), string> key
    ) =>
        PartitionedRateLimiter.Create<(string Address, string Name), string>(at =>
            RateLimitPartition.GetSlidingWindowLimiter(
                key(at),
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = tries,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                }
            )
        );
}
