// SPDX-License-Identifier: Apache-2.0
using Faro.Web.FormParts;
using Xunit;

namespace Faro.Web.Tests.FormParts;

public sealed class QuestionTests
{
    [Fact]
    public async Task A_wrong_answer_is_tied_to_its_hint_and_its_error()
    {
        var part = await Rendered.PartAsync<NumberField>(
            Parameters(("Hint", "En días"), ("Error", "Escriba un número"), ("Value", 12.5m))
        );
        var input = part.QuerySelector("input")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var told = input
            .GetAttribute("aria-describedby")!
            .Split(' ')
            .Select(id => part.QuerySelector($"#{id}")!.TextContent);
        Assert.Equal(["En días", "Escriba un número"], told);
        Assert.Equal("12.5", input.GetAttribute("value"));
    }

    [Fact]
    public async Task A_label_leads_to_its_answer()
    {
        var part = await Rendered.PartAsync<TextField>(Parameters());
        var label = part.QuerySelector("label")!;
        Assert.NotNull(part.QuerySelector($"input#{label.GetAttribute("for")}"));
        Assert.Contains("(opcional)", label.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_part_of_a_date_has_its_own_label()
    {
        var part = await Rendered.PartAsync<DateField>(Parameters(("Year", "1999")));
        Assert.Equal(
            ["Día", "Mes", "Año"],
            part.QuerySelectorAll("label").Select(label => label.TextContent)
        );
        Assert.Equal(
            "1999",
            part.QuerySelector("input[name='Answers.DaysYear']")!.GetAttribute("value")
        );
    }

    [Fact]
    public async Task Only_what_was_chosen_is_marked()
    {
        var part = await Rendered.PartAsync<ChoicesField>(
            Parameters(
                ("Many", true),
                ("Values", new[] { "b" }),
                ("Choices", new[] { new Choice("a", "A"), new Choice("b", "B") })
            )
        );
        Assert.Equal(
            ["b"],
            part.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value"))
        );
    }

    [Fact]
    public async Task A_dangerous_button_asks_first()
    {
        var part = await Rendered.PartAsync<SubmitBar>(
            new(StringComparer.Ordinal)
            {
                [nameof(SubmitBar.Label)] = "Borrar",
                [nameof(SubmitBar.Danger)] = true,
                [nameof(SubmitBar.Confirm)] = "¿Borrar para siempre?",
            }
        );
        var button = part.QuerySelector("button.danger")!;
        Assert.Equal("¿Borrar para siempre?", button.GetAttribute("data-confirm"));
    }

    private static Dictionary<string, object?> Parameters(
        params (string Name, object? Value)[] more
    )
    {
        var parameters = more.ToDictionary(
            each => each.Name,
            each => each.Value,
            StringComparer.Ordinal
        );
        parameters["Name"] = "Answers.Days";
        parameters["Label"] = "Días";
        return parameters;
    }
}
