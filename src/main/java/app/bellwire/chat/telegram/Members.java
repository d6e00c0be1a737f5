package app.bellwire.chat.telegram;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatCard;
import app.bellwire.chat.Role;
import app.bellwire.chat.Standing;
import app.bellwire.chat.UserId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMemberCount;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;

/// Asks the server what chats are and who is what there. Thread-safe; calls block.
final class Members implements AutoCloseable {

  private final BotApi api;
  private final Supplier<Optional<User>> self;
  private final ExecutorService questions;

  /// @param self the bot, once that is known
  Members(BotApi api, Supplier<Optional<User>> self, ThreadFactory threads) {
    this.api = api;
    this.self = self;
    this.questions = Executors.newThreadPerTaskExecutor(threads);
  }

  /// Whether several people can be at the address.
  static boolean many(Address address) {
    return address.id().startsWith("-") || address.id().startsWith("@");
  }

  /// A person whom the server does not name is a stranger, and so is everybody where no others are.
  Role roleOf(UserId user, Address address) {
    if (!user.network().equals(Address.TELEGRAM)) {
      return Role.STRANGER;
    }
    boolean asGroup = user.id().equals(address.id());
    if (asGroup || !many(address)) {
      return asGroup ? Role.ADMIN : Role.STRANGER;
    }
    return switch (api.ask(new GetChatMember(address.id(), Long.valueOf(user.id())))) {
      case Reply.Done<ChatMember>(ChatMember member) -> role(member);
      case Reply.Denied<ChatMember> denied -> unknown(denied.code()) ? Role.STRANGER : Role.UNKNOWN;
      case Reply.Unreached<ChatMember> unreached -> Role.UNKNOWN;
      case Reply.Lost<ChatMember> lost -> Role.UNKNOWN;
    };
  }

  /// Who may not post in a channel is none of its administrators here: what they set would post.
  private static Role role(ChatMember member) {
    return switch (member.getStatus()) {
      case "creator" -> Role.ADMIN;
      case "administrator" -> posts(member) ? Role.ADMIN : Role.MEMBER;
      case "member" -> Role.MEMBER;
      case "restricted" ->
          member instanceof ChatMemberRestricted restricted && restricted.getIsMember()
              ? Role.MEMBER
              : Role.STRANGER;
      default -> Role.STRANGER;
    };
  }

  /// That right is said in channels only.
  private static boolean posts(ChatMember member) {
    return member instanceof ChatMemberAdministrator admin
        && !Boolean.FALSE.equals(admin.getCanPostMessages());
  }

  /// Whether the server says that there is no such thing, or none that the bot may see.
  private static boolean unknown(int code) {
    return code == 400 || code == 403;
  }

  /// The id of what is known by a public name.
  Optional<Address> lasting(Address named) {
    boolean name = named.id().startsWith("@");
    return name
            && api.ask(new GetChat(named.id()))
                instanceof Reply.Done<ChatFullInfo>(ChatFullInfo chat)
        ? Optional.of(
            new Address(Address.TELEGRAM, null, Long.toString(chat.getId()), named.topic()))
        : Optional.empty();
  }

  Standing standing(String named, UserId asker) {
    return switch (api.ask(new GetChat(named))) {
      case Reply.Done<ChatFullInfo>(ChatFullInfo chat) -> found(chat, asker);
      case Reply.Denied<ChatFullInfo> denied ->
          unknown(denied.code()) ? new Standing.NotFound() : new Standing.Unsaid();
      case Reply.Unreached<ChatFullInfo> unreached -> new Standing.Unsaid();
      case Reply.Lost<ChatFullInfo> lost -> new Standing.Unsaid();
    };
  }

  /// All at once, so that the slowest answer is waited for and not their sum.
  private Standing found(ChatFullInfo chat, UserId asker) {
    Address address = new Address(Address.TELEGRAM, null, Long.toString(chat.getId()), null);
    Optional<User> me = self.get();
    if (me.isEmpty()) {
      return new Standing.Unsaid();
    }
    CompletableFuture<Reply<ChatMember>> mine =
        asking(() -> api.ask(new GetChatMember(address.id(), me.get().getId())));
    CompletableFuture<Reply<Integer>> count =
        asking(() -> api.ask(new GetChatMemberCount(address.id())));
    CompletableFuture<Role> role = asking(() -> roleOf(asker, address));
    return switch (mine.join()) {
      case Reply.Done<ChatMember>(ChatMember bot) ->
          found(chat, address, count.join(), postable(chat, bot), role.join());
      case Reply.Denied<ChatMember> denied ->
          unknown(denied.code())
              ? found(chat, address, count.join(), false, role.join())
              : new Standing.Unsaid();
      case Reply.Unreached<ChatMember> unreached -> new Standing.Unsaid();
      case Reply.Lost<ChatMember> lost -> new Standing.Unsaid();
    };
  }

  private static Standing found(
      ChatFullInfo chat, Address at, Reply<Integer> count, boolean postable, Role asker) {
    int readers = count instanceof Reply.Done<Integer>(Integer people) ? people : 0;
    return new Standing.Found(new ChatCard(at, name(chat), readers, postable), asker);
  }

  private <T> CompletableFuture<T> asking(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, questions);
  }

  private static boolean postable(ChatFullInfo chat, ChatMember bot) {
    boolean channel = chat.getType().equals("channel");
    return channel ? role(bot) == Role.ADMIN : role(bot) != Role.STRANGER;
  }

  private static String name(ChatFullInfo chat) {
    return chat.getUserName() == null
        ? Optional.ofNullable(chat.getTitle()).orElse("")
        : "@" + chat.getUserName();
  }

  @Override
  public void close() {
    questions.shutdown();
  }
}
