// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Jobs;

/// <summary>Marks the words of long work.</summary>
public sealed class Text;
