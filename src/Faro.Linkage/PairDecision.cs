// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage;

/// <summary>What somebody decided about two records. It outweighs all evidence; taking it out of the list undoes it.</summary>
/// <param name="One">A record.</param>
/// <param name="Other">Another record.</param>
/// <param name="IsSame">True: always one person. False: never, whatever joins them by way of others.</param>
/// <remarks>Where decisions contradict each other (a is b, b is c, a is not c) no join is made that a "never" forbids.
/// A decision about a record that is no longer there is passed over.</remarks>
public sealed record PairDecision(RecordRef One, RecordRef Other, bool IsSame);
