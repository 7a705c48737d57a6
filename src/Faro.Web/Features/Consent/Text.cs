// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Consent;

/// <summary>Marks the words of the Consent area.</summary>
public sealed class Text;
