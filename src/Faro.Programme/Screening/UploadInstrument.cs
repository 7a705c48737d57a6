// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Exchange.Tables;
using Faro.Programme.Exchange.XlsForms;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Screening;

/// <summary>
/// Brings an XLSForm in as a draft: the whole of it, or what is wrong and where. It is asked with once somebody has looked
/// at it and put it in use.
/// </summary>
public sealed class UploadInstrument(OperationDoor door)
    : Operation<UploadInstrumentInput, Guid>(door)
{
    public override Permission Permission => Permissions.ManageSettings;

    protected internal override Task<UploadInstrumentInput> PrepareAsync(
        Preparation preparation,
        UploadInstrumentInput input,
        CancellationToken cancellation
    ) =>
        Task.FromResult(
            preparation.Actor.May(Permission)
                ? input with
                {
                    Read = Read(input, cancellation),
                }
                : input
        );

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        UploadInstrumentInput input,
        CancellationToken cancellation
    )
    {
        var read = input.Read ?? Read(input, cancellation);
        if (!read.Done)
        {
            return read.Refusals.ToList();
        }

        var (sheets, form) = read.Value;
        var taken =
            InstrumentForm.Shipped.Any(each =>
                each.Code == form.Code && each.Version == form.Version
            )
            || await act.Db.Instruments.AnyAsync(
                row => row.Code == form.Code && row.Version == form.Version,
                cancellation
            );
        if (taken)
        {
            return new Refusal(ScreeningRefusals.VersionTaken, nameof(input.File));
        }

        var instrument = new Instrument
        {
            Id = act.NewId(),
            Code = form.Code,
            Version = form.Version,
            Sheets = sheets.ToJson(),
            State = InstrumentStates.Draft,
            UploadedBy = act.Actor.UserId,
            UploadedAt = act.Now,
        };
        act.Db.Instruments.Add(instrument);
        act.Note(
            "instrument",
            instrument.Id,
            ("code", instrument.Code),
            ("version", instrument.Version)
        );
        return instrument.Id;
    }

    private static Outcome<(FormSheets Sheets, XlsForm Form)> Read(
        UploadInstrumentInput input,
        CancellationToken cancellation
    )
    {
        const string field = nameof(input.File);
        if (input.File.Length > FormSheets.MaxBytes)
        {
            return new Refusal(ScreeningRefusals.FileLarge, field, FormSheets.MaxBytes / 1024);
        }

        try
        {
            using var stream = new MemoryStream(input.File);
            var sheets = FormSheets.Read(stream, cancellation);
            var (form, problems) = XlsFormReader.Read(
                sheets,
                Path.GetFileNameWithoutExtension(input.FileName)
            );
            return form is null
                ? problems
                    .Select(problem => problem.ToRefusal(input.FileName) with { Field = field })
                    .ToList()
                : (sheets, form);
        }
        catch (DamagedFileException damage)
        {
            return damage.Problem.ToRefusal(input.FileName) with { Field = field };
        }
    }
}

/// <param name="File">An XLSX workbook, at most <see cref="FormSheets.MaxBytes"/>.</param>
/// <param name="FileName">What messages call it.</param>
public sealed record UploadInstrumentInput(byte[] File, string FileName)
{
    /// <summary>What was found in it before the writer was asked.</summary>
    internal Outcome<(FormSheets Sheets, XlsForm Form)>? Read { get; init; }
}
