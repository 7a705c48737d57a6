// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.People;

/// <summary>Marks the words of the People area.</summary>
public sealed class Text;
