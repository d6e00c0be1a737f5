package app.bellwire.deliver;

import app.bellwire.chat.Address;

/// What a network's limits of one chat belong to: an address without its topic. Immutable.
///
/// @param group whether the limits of groups hold there
public record Place(String network, String id, boolean group) {
  public static Place of(Address address, boolean group) {
    Address whole = new Address(address.network(), address.workspace(), address.id(), null);
    return new Place(address.network(), whole.toString(), group);
  }
}
