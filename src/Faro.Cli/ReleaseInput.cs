// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Faro.Disclosure;
using Faro.Programme;
using Faro.Programme.Exchange;

namespace Faro.Cli;

/// <summary>Opens what a release is made from, before anything is measured.</summary>
internal static class ReleaseInput
{
    public static Outcome<RecordSource> Open(
        ReleaseOrder order,
        ProgressLine? line,
        CancellationToken cancellation
    )
    {
        void Say(double share) =>
            line?.Show(Words.Get("Release.Stage." + ReleaseStage.Reading, (int)(100 * share)));

        var file = RecordFile.Open(order.Data);
        if (!file.Done)
        {
            return file.Refusals.ToList();
        }

        var domain = order.Domain is { } path
            ? DomainFile.Read(path)
            : file.Value.LookForValues(Say, cancellation);
        if (!domain.Done)
        {
            return domain.Refusals.ToList();
        }

        if (order.Options.Cap > domain.Value.Columns.Count)
        {
            return new Refusal(ReleaseVerbRefusals.CapTooHigh, "--cap", domain.Value.Columns.Count);
        }

        var ledger = OpenLedger(order);
        if (!ledger.Done)
        {
            return ledger.Refusals.ToList();
        }

        return new RecordSource(
            domain.Value,
            stop =>
            {
                var records = file.Value.Read(domain.Value, Say, stop);
                return records.Done
                    ? records.Value
                    : throw new ReleaseInputException(records.Refusals);
            }
        )
        {
            Ledger = ledger.Value.Ledger,
            Name = Path.GetFileName(order.Data),
            State = order.State is null ? null : new(order.State, Fingerprint(order, cancellation)),
        };
    }

    /// <summary>Why a ledger refuses, in words.</summary>
    public static Refusal Refusal(LedgerRefusedException refused) =>
        refused.Reason switch
        {
            LedgerRefusal.OverBudget => new(ReleaseVerbRefusals.OverBudget, "--ledger"),
            LedgerRefusal.ExactAfterNoisy => new(ReleaseVerbRefusals.ExactAfterNoisy, "--ledger"),
            LedgerRefusal.ExactTwice => new(ReleaseVerbRefusals.ExactTwice, "--ledger"),
            LedgerRefusal.NoisyAfterExact => new(ReleaseVerbRefusals.NoisyAfterExact, "--ledger"),
            _ => throw new InvalidOperationException($"Bug in Faro: refusal {refused.Reason}"),
        };

    private static Outcome<LedgerOfRelease> OpenLedger(ReleaseOrder order)
    {
        if (order.Ledger is not { } path)
        {
            return new LedgerOfRelease(null);
        }

        try
        {
            PrivacyLevel? budget = order.Budget is { } epsilon
                ? new(epsilon, order.Options.Level.Delta)
                : null;
            return new LedgerOfRelease(PrivacyLedger.Open(path, budget, TimeProvider.System));
        }
        catch (ArgumentException)
        {
            return new Refusal(ReleaseVerbRefusals.BudgetWrong, "--budget", path);
        }
        catch (InvalidDataException)
        {
            return new Refusal(ReleaseVerbRefusals.NoLedger, "--ledger", path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Refusal(ExchangeRefusals.CannotWrite, "", path);
        }
    }

    /// <summary>Tells whether a state is of these records and these settings.</summary>
    private static string Fingerprint(ReleaseOrder order, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var options = order.Options;
        hash.AppendData(
            Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{options.Level.Epsilon:R} {options.Level.Delta:R} {options.Cap} {options.Length} {options.IsDomainPrivate}\n"
                )
            )
        );
        var bytes = new byte[1 << 20];
        foreach (var path in (string?[])[order.Data, order.Domain])
        {
            if (path is null)
            {
                continue;
            }

            using var file = File.OpenRead(path);
            for (var read = -1; read != 0; )
            {
                cancellation.ThrowIfCancellationRequested();
                read = file.Read(bytes);
                hash.AppendData(bytes, 0, read);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed record LedgerOfRelease(PrivacyLedger? Ledger);
}

/// <summary>The records could not be read to their end. Nothing was measured.</summary>
internal sealed class ReleaseInputException(IReadOnlyList<Refusal> refusals)
    : InvalidOperationException("The records cannot be read.")
{
    public IReadOnlyList<Refusal> Refusals { get; } = refusals;
}
