// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace Faro.Web.Features.Screening;

/// <summary>The words that the page of interviews on a device needs while there is no network.</summary>
internal static class DeviceWords
{
    /// <summary>The name that the script knows them by, and their key.</summary>
    private static readonly (string Name, string Key)[] All =
    [
        ("all-on-one", "Device.AllOnOne"),
        ("all-sent", "Device.AllSent"),
        ("back", "Device.Back"),
        ("compare", "Device.Compare"),
        ("conflict", "Device.Conflict"),
        ("decline", "Answer.Decline"),
        ("finish", "Device.Finish"),
        ("finished-unsent", "Device.FinishedUnsent"),
        ("kept", "Device.Kept"),
        ("language", "Device.Language"),
        ("locked", "Device.Locked"),
        ("locked-count", "Device.LockedCount"),
        ("missing", "Device.Missing"),
        ("next", "Device.Next"),
        ("no-instrument", "Device.NoInstrument"),
        ("none", "Device.None"),
        ("not-here", "Device.NotHere"),
        ("not-whole", "Device.NotWhole"),
        ("on-server", "Device.OnServer"),
        ("one-by-one", "Device.OneByOne"),
        ("optional", "Device.Optional"),
        ("others", "Device.Others"),
        ("pause", "Device.Pause"),
        ("progress", "Device.Progress"),
        ("ready", "Device.Ready"),
        ("sending", "Device.Sending"),
        ("sent", "Device.Sent"),
        ("sign-in", "Device.SignIn"),
        ("signed-out", "Device.SignedOut"),
        ("unsent", "Device.Unsent"),
        ("waiting", "Device.Waiting"),
        ("waiting-count", "Device.WaitingCount"),
        ("wrong", "Device.Wrong"),
    ];

    /// <summary>Safe inside an element: the writer escapes what HTML reads.</summary>
    public static string Json(IStringLocalizer<Text> words) =>
        JsonSerializer.Serialize(
            All.ToDictionary(
                each => each.Name,
                each => words[each.Key].Value,
                StringComparer.Ordinal
            )
        );
}
