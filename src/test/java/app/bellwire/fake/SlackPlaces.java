package app.bellwire.fake;

/// What becomes of channels. Confined to the lock of its world.
final class SlackPlaces {
  private final SlackWorld world;
  private final SlackEvents events;

  SlackPlaces(SlackWorld world, SlackEvents events) {
    this.world = world;
    this.events = events;
  }

  void invites(String user, String channel) {
    SlackRoom room = world.knownRoom(channel);
    room.members.add(SlackWorld.BOT);
    events.joined(room, SlackWorld.BOT, user);
  }

  /// The app is told with `channel_left`; `member_left_channel` comes for others only.
  void kicks(String user, String channel) {
    SlackRoom room = world.knownRoom(channel);
    room.members.remove(SlackWorld.BOT);
    events.removed(room, user);
  }

  void leaves(String user, String channel) {
    SlackRoom room = world.knownRoom(channel);
    room.members.remove(user);
    if (room.hasBot()) {
      events.left(room, user);
    }
  }

  void archives(String user, String channel, boolean archived) {
    SlackRoom room = world.knownRoom(channel);
    room.archived = archived;
    events.changed(room, archived ? "archive" : "unarchive", user);
  }

  void renames(String channel, String name) {
    SlackRoom room = world.knownRoom(channel);
    room.name = name;
    events.renamed(room);
  }

  void deletes(String user, String channel) {
    SlackRoom room = world.knownRoom(channel);
    world.remove(channel);
    events.changed(room, "deleted", user);
  }
}
