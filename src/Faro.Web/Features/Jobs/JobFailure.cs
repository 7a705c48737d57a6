// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Jobs;

namespace Faro.Web.Features.Jobs;

/// <summary>What the words of a failure need.</summary>
internal static class JobFailure
{
    public static object[] Values(Job job) =>
        [
            .. (JsonSerializer.Deserialize<JsonElement[]>(job.FailureValues) ?? []).Select(value =>
                (object)(
                    value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
                        ? number
                        : value.ToString()
                )
            ),
        ];
}
