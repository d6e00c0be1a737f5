package app.bellwire.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/// Slack as a real server on this machine, as strict as the real one: the Web API, Socket Mode and
/// signed requests. It knows people and channels, keeps a [SlackTranscript] of what the app said,
/// and fails as its [SlackFaults] say. Thread-safe.
///
/// What it does not know: OAuth, files, reactions, scheduled messages, Enterprise Grid, workflows,
/// markup in texts, what a person does in Slack's own clients.
public final class SlackServer implements AutoCloseable {
  public static final String BOT_TOKEN = "xoxb-test";
  public static final String APP_TOKEN = "xapp-test";
  public static final String SIGNING_SECRET = "s3cret";
  public static final String TEAM = SlackWorld.TEAM;
  public static final String BOT = SlackWorld.BOT;

  private final SlackWorld world = new SlackWorld();
  private final SlackCounts counts = new SlackCounts();
  private final SlackTranscript transcript = new SlackTranscript();
  private final SlackPace pace = new SlackPace(counts);
  private final SlackViews views = new SlackViews(world, transcript);
  private final SlackHooks hooks = new SlackHooks();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private final SlackFaults faults;
  private final SlackSockets sockets;
  private final SlackDispatch dispatch;
  private final SlackResponses responses;
  private final SlackEvents events;
  private final SlackPlaces places;
  private final SlackPeople people;
  private final SlackRules rules;
  private final SlackTokens tokens = new SlackTokens(world);
  private final SlackApi api;
  private final RawServer door;

  /// @param seed of its faults
  public SlackServer(long seed) throws IOException {
    faults = new SlackFaults(seed);
    sockets = new SlackSockets(world, clock);
    dispatch = new SlackDispatch(world, counts, sockets, hooks, clock);
    sockets.listen(dispatch::acked);
    door = new RawServer(this::answer);
    SlackPosts posts = new SlackPosts(world, pace, transcript, counts, this::echo);
    responses = new SlackResponses(door.url(), posts, counts);
    SlackPayloads payloads = new SlackPayloads(world, responses);
    events = new SlackEvents(payloads, dispatch);
    places = new SlackPlaces(world, events);
    people = new SlackPeople(world, payloads, dispatch, events, posts, views);
    SlackCalls calls = new SlackCalls(world, posts, views, sockets);
    api = new SlackApi(world, counts, pace, faults, calls, responses, tokens, door::linger);
    rules = new SlackRules(world, pace, tokens, events, responses, dispatch, sockets);
  }

  /// A workspace that is empty but for the bot.
  public SlackServer() throws IOException {
    this(1);
  }

  private void answer(RawHttp http, RawHttp.Request request) throws IOException {
    api.answer(http, request);
  }

  private void echo(SlackRoom room, ObjectNode message) {
    events.echo(room, message);
  }

  // Where it is, and what it holds the app to

  /// The prefix of all methods, with `/api/` at its end.
  public String baseUrl() {
    return door.url() + SlackRequest.API;
  }

  public InetSocketAddress address() {
    return door.address();
  }

  public SlackFaults faults() {
    return faults;
  }

  /// The next calls of a method meet these, in this order.
  public SlackServer fault(String method, SlackFault... next) {
    faults.next(method, next);
    return this;
  }

  public SlackTranscript transcript() {
    return transcript;
  }

  public SlackCounts counts() {
    return counts;
  }

  /// How strict it is and how long it waits.
  public SlackRules rules() {
    return rules;
  }

  /// Calls during a wait that had been asked for.
  public int violations() {
    return counts.violations();
  }

  /// What was given up because no ack came in time.
  public int unacked() {
    return counts.unacked();
  }

  /// How long each ack in time took.
  public List<Duration> ackTimes() {
    return counts.ackTimes();
  }

  /// Events that were sent once more.
  public int resent() {
    return counts.resent();
  }

  // People and channels

  public SlackServer user(String id, String name) {
    return user(id, name, "Europe/Berlin");
  }

  /// Somebody who lives by the clock of another zone than Berlin.
  public SlackServer user(String id, String name, String zone) {
    world.doing(() -> world.addUser(id, name, false).put("tz", zone));
    return this;
  }

  /// Makes somebody an admin of the workspace.
  public SlackServer admin(String id) {
    world.doing(() -> world.knownUser(id).put("is_admin", true));
    return this;
  }

  /// The account is closed; nobody is told.
  public void deactivates(String user) {
    world.doing(() -> world.knownUser(user).put("deleted", true));
  }

  /// A channel that everybody finds; the bot is not in it.
  public SlackServer channel(String id, String name, String... members) {
    return add(new SlackRoom(id, SlackRoom.Type.PUBLIC, name), members);
  }

  public SlackServer privateChannel(String id, String name, String... members) {
    return add(new SlackRoom(id, SlackRoom.Type.PRIVATE, name), members);
  }

  private SlackServer add(SlackRoom room, String... members) {
    world.doing(() -> world.add(room).members.addAll(List.of(members)));
    return this;
  }

  /// The conversation of somebody with the bot.
  public String direct(String user) {
    return world.locked(() -> world.direct(user).id);
  }

  /// Brings the bot into a channel.
  public void invites(String user, String channel) {
    world.doing(() -> places.invites(user, channel));
  }

  public void kicks(String user, String channel) {
    world.doing(() -> places.kicks(user, channel));
  }

  /// Somebody else than the bot goes.
  public void leaves(String user, String channel) {
    world.doing(() -> places.leaves(user, channel));
  }

  public void archives(String user, String channel) {
    world.doing(() -> places.archives(user, channel, true));
  }

  public void unarchives(String user, String channel) {
    world.doing(() -> places.archives(user, channel, false));
  }

  public void renames(String channel, String name) {
    world.doing(() -> places.renames(channel, name));
  }

  public void deletes(String user, String channel) {
    world.doing(() -> places.deletes(user, channel));
  }

  // What people do

  /// Types `/bellwire` and a text.
  public SlackDelivery slash(String user, String channel, String text) {
    return slash(user, channel, SlackPayloads.COMMAND, text);
  }

  public SlackDelivery slash(String user, String channel, String command, String text) {
    return world.locked(() -> people.slash(user, channel, command, text));
  }

  /// Writes; `@bellwire` in a channel is a mention.
  ///
  /// @return the ts of the message
  public String says(String user, String channel, String text) {
    return says(user, channel, text, null);
  }

  public String says(String user, String channel, String text, @Nullable String thread) {
    return world.locked(() -> people.says(user, channel, text, thread));
  }

  /// Presses the button whose label is this or contains it, in a message or in what only they see.
  public SlackDelivery presses(String user, String channel, String ts, String label) {
    return world.locked(() -> people.presses(user, channel, ts, label));
  }

  /// Presses the same once more, though nobody may see it any more.
  public SlackDelivery pressesAgain(String user, SlackDelivery old) {
    return world.locked(() -> people.pressesAgain(user, old));
  }

  public SlackDelivery pressesOnHome(String user, String label) {
    return world.locked(() -> people.pressesOnHome(user, label));
  }

  public SlackDelivery pressesInModal(String user, String label) {
    return world.locked(() -> people.pressesInModal(user, label));
  }

  /// Fills fields of the modal on top, by label, action id or block id, without submitting them.
  public void fills(String user, Map<String, String> values) {
    world.doing(() -> people.fills(user, values));
  }

  /// The same on the Home page.
  public void fillsHome(String user, Map<String, String> values) {
    world.doing(() -> people.fillsHome(user, values));
  }

  /// Fills fields of the modal on top and submits it.
  ///
  /// @param values by label, action id or block id; of several choices, one a line
  public SlackDelivery submits(String user, Map<String, String> values) {
    return world.locked(() -> people.submits(user, values));
  }

  /// Closes the modal on top.
  public void closesModal(String user) {
    world.doing(() -> people.closes(user));
  }

  public void opensHome(String user) {
    world.doing(() -> people.opensHome(user));
  }

  /// Chooses a shortcut of the app on a message.
  public SlackDelivery shortcut(String user, String channel, String ts, String callbackId) {
    return world.locked(() -> people.shortcut(user, channel, ts, callbackId));
  }

  public SlackDelivery shortcut(String user, String callbackId) {
    return world.locked(() -> people.shortcut(user, callbackId));
  }

  /// Any event, as it is: `{"type": "channel_shared", …}`.
  public SlackDelivery event(ObjectNode event) {
    return world.locked(() -> events.send(event));
  }

  // What people see

  /// Messages that everybody in a channel sees, the app's and people's.
  public List<SlackMessage> messages(String channel) {
    return world.locked(() -> world.knownRoom(channel).shown());
  }

  /// The app's messages that everybody in a channel sees.
  public List<SlackMessage> posts(String channel) {
    return messages(channel).stream().filter(message -> message.json().has("bot_id")).toList();
  }

  /// Messages in a channel that only this person sees.
  public List<SlackMessage> ephemerals(String channel, String user) {
    return world.locked(() -> world.knownRoom(channel).shownTo(user));
  }

  public Optional<SlackMessage> home(String user) {
    return world.locked(() -> views.home(user).map(SlackMessage::now));
  }

  /// The modal on top.
  public Optional<SlackMessage> modal(String user) {
    return world.locked(() -> views.modal(user).map(SlackMessage::now));
  }

  /// Everything that was sent to the app.
  public List<SlackDelivery> deliveries() {
    return world.locked(() -> dispatch.deliveries());
  }

  // What becomes of the connection

  /// From now on the bot's token is good for nothing.
  public void revokesToken() {
    revokesToken("token_revoked");
  }

  /// The same for a reason: `token_revoked`, `account_inactive`, `invalid_auth` …
  public void revokesToken(String error) {
    world.doing(() -> tokens.refused = error);
  }

  /// The bot's token is good again.
  public void restores() {
    world.doing(() -> tokens.refused = null);
  }

  /// Takes the app out of the workspace, and tells it.
  public void uninstalls() {
    synchronized (world) {
      tokens.refused = "account_inactive";
      events.uninstalled();
    }
  }

  /// Open sockets.
  public int sockets() {
    return world.locked(() -> sockets.count());
  }

  /// Sockets that were ever opened.
  public int socketsOpened() {
    return world.locked(() -> sockets.opened());
  }

  /// Tells all sockets to go: `refresh_requested`, `link_disabled`, `too_many_websockets`; all but
  /// `warning` closes them soon after.
  public void disconnects(String reason) {
    world.doing(() -> sockets.disconnect(reason));
  }

  /// Cuts all sockets without a word.
  public void dropsSockets() {
    world.doing(() -> sockets.drop());
  }

  /// Whether sockets stay open but neither pong nor hear, as behind a dead router.
  public void goesSilent(boolean on) {
    sockets.silent = on;
  }

  /// Whether `apps.connections.open` is refused.
  public void refusesConnections(boolean on) {
    world.doing(() -> sockets.refusing = on);
  }

  /// From now on what people do is sent there by signed requests.
  public void deliversTo(URI address) {
    world.doing(() -> hooks.to(address));
  }

  /// Asks the address whether it is the app's, as Slack does when it is entered.
  public boolean verifiesAddress() {
    return hooks.verify();
  }

  /// The signature of a request, as `X-Slack-Signature` carries it.
  ///
  /// @param timestamp in seconds
  public static String signature(String secret, long timestamp, String body) {
    return SlackHooks.signature(secret, timestamp, body);
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    hooks.close();
    sockets.close();
    door.close();
  }
}
