package app.bellwire.fetch;

import java.net.InetAddress;
import java.util.List;

/// Which addresses belong to the public internet. The ranges are those of the IANA special-purpose
/// registries; the JDK's own predicates know only a part of them. Of IPv6 only `2000::/3` is given
/// out for public use, so everything outside it is refused without being named: loopback, mapped
/// IPv4, NAT64 (`64:ff9b::/96`), unique local (`fc00::/7`), link-local and multicast.
final class PublicAddresses {
  private static final List<Range> NOT_PUBLIC_V4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  private static final Range GLOBAL_V6 = Range.of("2000::/3");

  /// IETF protocols with Teredo, documentation, and 6to4, which carries an IPv4 address.
  private static final List<Range> NOT_PUBLIC_V6 =
      ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    byte[] bits = address.getAddress();
    return bits.length == 4
        ? NOT_PUBLIC_V4.stream().noneMatch(range -> range.contains(bits))
        : GLOBAL_V6.contains(bits)
            && NOT_PUBLIC_V6.stream().noneMatch(range -> range.contains(bits));
  }

  private static List<Range> ranges(String... cidrs) {
    return List.of(cidrs).stream().map(Range::of).toList();
  }

  private record Range(InetAddress start, int prefix) {
    static Range of(String cidr) {
      int slash = cidr.indexOf('/');
      return new Range(
          InetAddress.ofLiteral(cidr.substring(0, slash)),
          Integer.parseInt(cidr.substring(slash + 1)));
    }

    boolean contains(byte[] address) {
      byte[] bits = start.getAddress();
      int whole = prefix / 8;
      for (int i = 0; i < whole; i++) {
        if (bits[i] != address[i]) {
          return false;
        }
      }
      int rest = prefix % 8;
      return rest == 0 || ((bits[whole] ^ address[whole]) & 0xff) >> (8 - rest) == 0;
    }
  }
}
