// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Components;

namespace Faro.Web.FormParts;

/// <summary>What every kind of question has.</summary>
public abstract class Question : ComponentBase
{
    /// <summary>The posted name, as in <c>Answers.Name</c>.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Already worded; null when the answer is well.</summary>
    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public bool Required { get; set; }

    protected string Id => Name.Replace('.', '-').Replace('[', '-').Replace(']', '-');

    protected string? DescribedBy =>
        (Hint, Error) switch
        {
            (null, null) => null,
            (_, null) => $"{Id}-hint",
            (null, _) => $"{Id}-error",
            _ => $"{Id}-hint {Id}-error",
        };

    protected string? Invalid => Error is null ? null : "true";

    protected string FieldClass => Error is null ? "field" : "field wrong";
}
