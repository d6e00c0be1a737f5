package app.bellwire.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChromeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Contact Us",
        "Subscribe",
        "SUBSCRIBE NOW!",
        "Subscribe to our newsletter",
        "Share",
        "Share this article",
        "Share on Facebook",
        "Advertisement",
        "ADVERTISEMENT",
        "Sign up for our daily letter",
        "Sign in",
        "Log in or register",
        "Read more: Boats leave the harbour",
        "Read more »",
        "Continue reading",
        "Also read: Storm nears",
        "Related: Storm nears",
        "Related articles",
        "© 2026 Norda",
        "Copyright 2026 Norda. All rights reserved.",
        "All rights reserved",
        "Follow us on Telegram",
        "Follow @norda",
        "We use cookies to make this site work.",
        "This website uses cookies. Find out more.",
        "Accept all cookies",
        "Privacy policy",
        "Photo: Ann Example/Norda",
        "File photo",
        "Image: Norda",
        "Photo by Ann Example",
        "Facebook Twitter WhatsApp",
        "Skip to main content",
        "Comments (12)",
        "3 min read",
        "The post Boats leave appeared first on Norda.",
        "Story continues below",
        "(Reporting by Ann Example; Editing by Bo Test)",
        "Watch: the harbour from above",
        "Menu",
        "• Share •",
        "Download our app",
        "Please enable JavaScript to view this."
      })
  void linesOfThePageAreKnown(String line) {
    assertThat(Chrome.matches(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Share prices fell in Sund on Tuesday.",
        "Sharing the water is hard, Idris said.",
        "Subscribers of the grid went without light.",
        "Sign language will be taught at schools.",
        "Read the treaty before you sign it, he said.",
        "Photographs of the dam were shown.",
        "Advertisement rules change in Arven next month.",
        "Contact with the boat was lost.",
        "Follow-up talks are set for May.",
        "Home prices rise",
        "Security guarantees",
        "Printing of the ballots began.",
        "Watch makers meet in Tolm",
        "Register opens in May",
        "The image of the town suffered.",
        "Comment was not available.",
        "Related talks failed.",
        "Loading of the ships went on through the night.",
        "Searches went on.",
        "Sponsored by Tolm, the talks went on.",
        "More stories of the flood were told."
      })
  void linesOfTheReportStay(String line) {
    assertThat(Chrome.matches(line)).isFalse();
  }
}
