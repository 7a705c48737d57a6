// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Casework;

/// <summary>Marks the words of the Casework area.</summary>
public sealed class Text;
