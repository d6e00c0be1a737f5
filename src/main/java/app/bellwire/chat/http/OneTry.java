package app.bellwire.chat.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/// An HTTP client whose calls are made once. OkHttp by default sends a request again that may have
/// been acted upon already (square/okhttp, `retryOnConnectionFailure`).
public final class OneTry {
  private OneTry() {}

  /// @param calls runs what is called without waiting
  /// @param atOnce calls in flight
  /// @param answer how long to wait for the server at each step
  /// @param whole how long a call may last
  public static OkHttpClient client(
      ExecutorService calls, int atOnce, Duration answer, Duration whole) {
    Dispatcher dispatcher = new Dispatcher(calls);
    dispatcher.setMaxRequests(atOnce);
    dispatcher.setMaxRequestsPerHost(atOnce);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .connectTimeout(answer)
        .writeTimeout(answer)
        .readTimeout(answer)
        .callTimeout(whole)
        .addInterceptor(OneTry::toldApart)
        .addNetworkInterceptor(OneTry::notAtOnce)
        .build();
  }

  /// Takes `Retry-After: 0` from an answer: OkHttp would obey it, whatever it was told of retries.
  private static Response notAtOnce(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.header("Retry-After", "").matches("0+")
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }

  /// Whether a request was handed over whole. Before that the server has no message to take; from
  /// then on it may have one, even when the last write fails.
  private static final class Written extends EventListener {
    private volatile boolean whole;

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
      whole = true;
    }
  }

  private static Response toldApart(Interceptor.Chain chain) throws IOException {
    Written written = new Written();
    chain.call().addEventListener(written);
    try {
      return chain.proceed(chain.request());
    } catch (IOException e) {
      throw written.whole ? e : new NotHandedOver(e);
    }
  }
}
