// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Consent.Giving;

/// <summary>The journey of a new consent, in its order.</summary>
public enum GiveStep
{
    /// <summary>What is asked for.</summary>
    Purposes,

    /// <summary>To whom it speaks, and what it names.</summary>
    Recipients,

    /// <summary>The text is shown, and she answers.</summary>
    Words,

    /// <summary>Who decides, in what language, how it is signed.</summary>
    Signing,

    /// <summary>Everything once more, before it is written.</summary>
    Check,
}
