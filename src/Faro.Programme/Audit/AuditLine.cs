// SPDX-License-Identifier: Apache-2.0
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Faro.Programme.Audit;

/// <summary>One link as one line of the exported log: the eleven hashed fields in their order, and the hash.</summary>
internal static class AuditLine
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
    };

    public static string Write(AuditLink link) => JsonSerializer.Serialize(link, Json);

    /// <returns>Null when it is not such a line.</returns>
    public static AuditLink? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditLink>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
