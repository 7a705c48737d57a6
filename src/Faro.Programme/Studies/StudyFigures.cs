// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Studies.Steps;

namespace Faro.Programme.Studies;

/// <summary>Puts the figures of a step in the place of those it made before.</summary>
internal static class StudyFigures
{
    private const int PerStep = 1000;

    public static void Replace(
        Study study,
        string step,
        FigureMaking making,
        IReadOnlyList<MadeFigure> figures,
        DateTimeOffset now
    )
    {
        study.Figures.RemoveAll(old =>
            old.Step == step && !figures.Any(made => made.Code == old.Code)
        );
        var order = StudySteps.All.ToList().IndexOf(step) * PerStep;
        foreach (var made in figures)
        {
            var figure = study.Figures.Find(old => old.Code == made.Code);
            if (figure is null)
            {
                figure = new StudyFigure
                {
                    StudyId = study.Id,
                    Code = made.Code,
                    Step = step,
                    Kind = made.Kind,
                    Data = "",
                    InputsHash = "",
                    Settings = "",
                    Versions = "",
                };
                study.Figures.Add(figure);
            }

            figure.Order = ++order;
            figure.Kind = made.Kind;
            figure.Data = made.Data.ToJson();
            figure.InputsHash = making.InputsHash;
            figure.Settings = making.Settings;
            figure.Seed = making.Seed;
            figure.Versions = JsonSerializer.Serialize(StudyInputs.Versions, StudyJson.Plain);
            figure.MadeAt = now;
        }
    }
}

/// <param name="InputsHash">SHA-256 (hex) of everything they are made from.</param>
/// <param name="Settings">JSON.</param>
/// <param name="Seed">Where random choices began.</param>
internal sealed record FigureMaking(string InputsHash, string Settings, long Seed);
