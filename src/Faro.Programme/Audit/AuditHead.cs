// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Audit;

/// <summary>The last link: its number and hash.</summary>
public sealed record AuditHead(long Seq, byte[] Hash)
{
    /// <summary>Before the first link.</summary>
    public static AuditHead Start => new(0, new byte[32]);
}
