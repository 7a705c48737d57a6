// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Agencies;

/// <summary>Marks the words of the Agencies area.</summary>
public sealed class Text;
