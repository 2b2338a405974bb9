/*
 * The twin of the shopping loop: purchase occasions, venue choice and item choice as the rules of src/market/rules/shopping
 * say them, over the same bytes. What it is for: how far the loops in TypeScript are from what the machine can do. It follows
 * the rules line by line, with names of theirs, and every result must be the same to the bit.
 *
 * columns.h is written by the bench: for each rule its columns as pointers into the bytes of the state, and where
 * numbers and the choice set of the day stand.
 *
 * Use: shopping STATE RESULT TURNS. It prints nanoseconds of each turn, three rules in a row.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "columns.h"

static float GUMBEL[4096], FRECHET[4096];
static double POWER_OF_TWO[1074 + 1024], PART_OF_TWO[256];
static double MIDDLE[128], OVER_MIDDLE[128], LOG_MIDDLE[128];

#define LN2_HIGH 0.6931471803691238
#define LN2_LOW 1.9082149292705877e-10
#define LOWEST 0x3fe60000

static inline uint32_t mix(uint32_t word) {
  word = (word ^ (word >> 16)) * 0x21f0aaadu;
  word = (word ^ (word >> 15)) * 0x735a2d97u;
  return word ^ (word >> 15);
}

static inline uint32_t agent_word(uint32_t a, uint32_t agent) { return mix(a ^ (agent * 0x9e3779b1u)); }

static inline uint32_t nth_word(uint32_t b, uint32_t agent, uint32_t nth) {
  return mix(agent ^ (b + nth * 0x85ebca77u));
}

static inline double fraction(uint32_t word) { return ((double)word + 0.5) * 2.3283064365386963e-10; }

static double extreme_exp(double x);

static inline double exponential(double x) {
  if (!(x > -708 && x < 709)) return extreme_exp(x);
  double whole = floor(x * (256 * 1.4426950408889634) + 0.5);
  double r = x - whole * (LN2_HIGH / 256) - whole * (LN2_LOW / 256);
  double square = r * r;
  double p = 1 + (r + square * (0.5 + r * 1.6666666666666666e-1 + square * 4.1666666666666664e-2));
  int32_t w = (int32_t)whole;
  return PART_OF_TWO[w & 255] * p * POWER_OF_TWO[(w >> 8) + 1074];
}

static double extreme_exp(double x) {
  if (isnan(x)) return x;
  if (x > 709.782712893384) return INFINITY;
  if (x < -745.2) return 0;
  double half = exponential(x / 2);
  return half * half;
}

static double extreme_log(double x);

static inline double logarithm(double x) {
  if (!(x >= 2.2250738585072014e-308 && x < INFINITY)) return extreme_log(x);
  uint64_t bits;
  memcpy(&bits, &x, 8);
  int32_t high = (int32_t)(bits >> 32) - LOWEST;
  int32_t k = high >> 20;
  int32_t stretch = (high >> 13) & 127;
  double r = (x * POWER_OF_TWO[1074 - k] - MIDDLE[stretch]) * OVER_MIDDLE[stretch];
  double square = r * r;
  double p = square * (-0.5 + r * 0.3333333333333333 +
                       square * (-0.25 + r * 0.2 +
                                 square * (-0.16666666666666666 + r * 0.14285714285714285 - square * 0.125)));
  double whole = k * LN2_HIGH + LOG_MIDDLE[stretch];
  double sum = whole + r;
  return sum + (whole - sum + r + (k * LN2_LOW + p));
}

static double extreme_log(double x) {
  if (x == INFINITY || isnan(x)) return x;
  if (x == 0) return -INFINITY;
  if (x < 0) return NAN;
  return logarithm(x * 18014398509481984.0) - 54 * LN2_HIGH - 54 * LN2_LOW;
}

static inline double power(double base, double exponent) {
  if (exponent == 1) return base;
  if (exponent == 0.5) return sqrt(base);
  if (exponent == 0) return 1;
  if (base == 0) return 0;
  return exponential(exponent * logarithm(base));
}

static double series(double x) {
  double sum = 1;
  for (int k = 20; k >= 1; k--) sum = 1 + (x * sum) / k;
  return sum;
}

static double log_series(double x) {
  double s = (x - 1) / (x + 1), sum = 0;
  for (int k = 41; k >= 1; k -= 2) sum = sum * s * s + 1.0 / k;
  return 2 * s * sum;
}

static double edge(int k) {
  uint64_t bits = (uint64_t)(uint32_t)(LOWEST + (k << 13)) << 32;
  double x;
  memcpy(&x, &bits, 8);
  return x;
}

static void make_tables(void) {
  POWER_OF_TWO[1074] = 1;
  for (int k = 1; k < 1024; k++) POWER_OF_TWO[1074 + k] = POWER_OF_TWO[1073 + k] * 2;
  for (int k = 1; k <= 1074; k++) POWER_OF_TWO[1074 - k] = POWER_OF_TWO[1075 - k] / 2;
  for (int k = 0; k < 256; k++) PART_OF_TWO[k] = series((k / 256.0) * (LN2_HIGH + LN2_LOW));
  for (int k = 0; k < 128; k++) {
    MIDDLE[k] = edge(k) <= 1 && edge(k + 1) >= 1 ? 1 : (edge(k) + edge(k + 1)) / 2;
    OVER_MIDDLE[k] = 1 / MIDDLE[k];
    LOG_MIDDLE[k] = log_series(MIDDLE[k]);
  }
  for (int k = 0; k < 4096; k++) {
    double inner = logarithm((k + 0.5) / 4096);
    GUMBEL[k] = (float)-logarithm(-inner);
    FRECHET[k] = (float)(-1 / inner);
  }
}

/* Purchase occasions. */

static inline int poisson(uint32_t word, double none, double mean) {
  double probability = fraction(word), term = none, below = none;
  int count = 0;
  while (probability >= below && count < 64) {
    count++;
    term *= mean / count;
    below += term;
  }
  return count;
}

static void words_of(const PROBABILITY *probabilities, int length, uint32_t *words) {
  for (int row = 0; row < length; row++) {
    double word = ceil(probabilities[row] * 4294967296.0 - 0.5);
    words[row] = word > 4294967295.0 ? 0xffffffffu : word > 0 ? (uint32_t)word : 0;
  }
}

static void purchase_occasions(uint8_t *base) {
  PURCHASE_OCCASIONS
  const int32_t *n = NUMBERS(base);
  const int C = n[CATEGORIES], V = n[VENUES], R = n[REGIONS], K = n[CLASSES], B = n[BUYERS];
  const int room = n[OCCASIONS] / n[BLOCKS];
  const uint32_t plans = n[PLANS_LANE], exposures = n[EXPOSURES_LANE];
  double planned_bound = 0, impulse = 0;
  for (int category = 0; category < C; category++) planned_bound += plannedBound[category];
  for (int cell = 0; cell < V * C; cell++) impulse += bound[cell];
  uint32_t planned_from[n[LEVELS]], impulse_from[n[LEVELS]];
  words_of(noPlanned, n[LEVELS], planned_from);
  words_of(noImpulse, n[LEVELS], impulse_from);
  const int displaces = displacement[0] > 0;
  int32_t *called = malloc(sizeof(int32_t) * n[BLOCK]);

#define ADD(BUYER, CATEGORY, NOISE, FEED, RETURNED) \
  do { \
    int place = next++; \
    if (place < end) { \
      buyerOf[place] = BUYER; \
      noise[place] = NOISE; \
      category_[place] = CATEGORY; \
      feed_[place] = FEED; \
      returned[place] = RETURNED; \
    } \
  } while (0)

  for (int block = 0; block < n[BLOCKS]; block++) {
    int next = block * room;
    const int end = next + room;
    const int first = block * n[BLOCK];
    const int last = first + n[BLOCK] < B ? first + n[BLOCK] : B;
    int calls = 0;
    for (int buyer = first; buyer < last; buyer++)
      if (agent_word(plans, buyer) >= planned_from[activityLevel[buyer]]) called[calls++] = buyer;
    for (int nth_call = 0; nth_call < calls; nth_call++) {
      const int buyer = called[nth_call];
      const uint32_t own = agent_word(plans, buyer);
      const int level = activityLevel[buyer];
      int candidates = poisson(own, noPlanned[level], planned_bound * activity[level]);
      for (int nth = 1; candidates > 0; candidates--, nth++) {
        double mark =
            fraction(nth_word(n[PLANNED_B], own, n[PLANNED_FIRST] + n[PLANNED_STEP] * nth)) * planned_bound;
        int category = 0;
        while (category < C - 1 && mark >= plannedBound[category]) mark -= plannedBound[category++];
        const int market = category * R + region[buyer];
        double rate_ = ((occasionRate[category] * (double)season[category]) / 7) *
                       (shopper[buyer] || shopping[0] < 1 ? shopping[0] : 1) *
                       power(budget[buyer], incomeElasticity[category]) * (1 + (double)visits[market]);
        if (mark >= rate_) continue;
        if (displaces && shopper[buyer]) {
          const int cell = market * K + classOf[buyer];
          if (mark >= rate_ * (1 - (double)crowding[cell])) continue;
        }
        ADD(buyer, category,
            nth_word(n[PLAN_NOISE_B], own, n[PLAN_NOISE_FIRST] + n[PLAN_NOISE_STEP] * nth), 0, 0);
        planned[market]++;
      }
    }
    calls = 0;
    for (int buyer = first; buyer < last && impulse > 0; buyer++)
      if (agent_word(exposures, buyer) >= impulse_from[affinityLevel[buyer]] && shopper[buyer])
        called[calls++] = buyer;
    for (int nth_call = 0; nth_call < calls; nth_call++) {
      const int buyer = called[nth_call];
      const uint32_t own = agent_word(plans, buyer);
      const int level = affinityLevel[buyer];
      int candidates = poisson(agent_word(exposures, buyer), noImpulse[level], impulse * affinity[level]);
      for (int nth = 0; candidates > 0; candidates--, nth++) {
        double mark =
            fraction(nth_word(n[EXPOSED_B], own, n[EXPOSED_FIRST] + n[EXPOSED_STEP] * nth)) * impulse;
        int cell = 0;
        while (cell < V * C - 1 && mark >= bound[cell]) mark -= bound[cell++];
        const int category = cell % C;
        const int feed = (cell - category) / C;
        if (((accounts[buyer] >> feed) & 1) == 0) continue;
        double spent = power(budget[buyer], incomeElasticity[category]);
        const int exposed = mark < rate[cell] * spent;
        const int market = category * R + region[buyer];
        double back = displaces && mark < usualRate[cell] * spent ? returning[market * K + classOf[buyer]] : 0;
        if (!exposed && back == 0) continue;
        uint32_t own_noise =
            mix(nth_word(n[EXPOSURE_NOISE_B], own, n[EXPOSURE_NOISE_FIRST] + n[EXPOSURE_NOISE_STEP] * nth));
        if (exposed) ADD(buyer, category, own_noise, feed + 1, 0);
        if (back == 0 || fraction(mix(own_noise ^ MARK)) >= acceptance[0]) continue;
        if (fraction(mix(own_noise ^ RETURNS)) >= back) continue;
        ADD(buyer, category, exposed ? mix(own_noise ^ RETURNED) : own_noise, 0, 1);
        planned[market]++;
      }
    }
    occasionCount[block] = next - block * room;
  }
  free(called);
}

/* Venue choice. The choice set of the day comes as flat rows: nests, their alternatives, their routes. */

typedef struct {
  int32_t row, first, alternatives, shoppers_only;
  double exponent, habit, odds;
  const float *taste;
  const double *pull;
} Nest;

typedef struct {
  int32_t shopfront, checkout, streams, first, routes;
  uint32_t accounts;
  double odds;
} Alternative;

typedef struct {
  int32_t route;
  uint32_t needed, login;
  double odds;
} Route;

typedef struct {
  int nests, routes, venues, nest_count, part_of_day;
  uint32_t taste_key;
  Nest *nest;
  Alternative *alternative;
  Route *route;
  const double *open_to_plans;
} ChoiceSet;

static ChoiceSet choice_set(uint8_t *base) {
  const int32_t *n = NUMBERS(base);
  ChoiceSet set = {.nests = n[OPEN_NESTS],
                   .routes = n[ROUTES_],
                   .venues = n[VENUES],
                   .nest_count = n[NESTS_],
                   .part_of_day = n[PART_OF_DAY],
                   .taste_key = n[TASTE_KEY],
                   .open_to_plans = OPEN_TO_PLANS(base)};
  set.nest = malloc(sizeof(Nest) * set.nests);
  set.alternative = malloc(sizeof(Alternative) * n[OPEN_ALTERNATIVES]);
  set.route = malloc(sizeof(Route) * n[OPEN_ROUTES]);
  const int32_t *row = NEST_ROWS(base);
  for (int at = 0; at < set.nests; at++, row += 4)
    set.nest[at] = (Nest){.row = row[0],
                          .first = row[1],
                          .alternatives = row[2],
                          .shoppers_only = row[3],
                          .exponent = EXPONENTS(base)[at],
                          .habit = HABITS(base)[at],
                          .taste = TASTES(base) + 1024 * at,
                          .pull = PULLS(base) + n[LEVELS] * at};
  row = ALTERNATIVE_ROWS(base);
  for (int at = 0; at < n[OPEN_ALTERNATIVES]; at++, row += 6)
    set.alternative[at] = (Alternative){.shopfront = row[0],
                                        .checkout = row[1],
                                        .streams = row[2],
                                        .accounts = row[3],
                                        .first = row[4],
                                        .routes = row[5]};
  row = ROUTE_ROWS(base);
  for (int at = 0; at < n[OPEN_ROUTES]; at++, row += 3)
    set.route[at] = (Route){.route = row[0], .needed = row[1], .login = row[2]};
  return set;
}

/* Odds of all nests and of saving, left in the choice set, as of one occasion. */
#define PLAN_ODDS(ROUTE_ODDS, NEST_ODDS, AFFINITY) \
  do { \
    all = saving_odds; \
    for (int nth = 0; nth < set.nests; nth++) { \
      Nest *nest = &set.nest[nth]; \
      nest->odds = 0; \
      if (nest->shoppers_only && !is_shopper) continue; \
      double sum = 0; \
      for (int at = nest->first; at < nest->first + nest->alternatives; at++) { \
        Alternative *alternative = &set.alternative[at]; \
        alternative->odds = 0; \
        if ((own_accounts & alternative->accounts) == 0) continue; \
        double odds = 0; \
        for (int which = alternative->first; which < alternative->first + alternative->routes; which++) { \
          Route *option = &set.route[which]; \
          const int admitted = (own_accounts & option->needed) == option->needed || \
                               (own_accounts & option->login) != 0; \
          const int is_open = !set.part_of_day || moment < set.open_to_plans[option->route]; \
          const double here = admitted && is_open ? ROUTE_ODDS[first_route + option->route] : 0; \
          option->odds = here; \
          odds += here; \
        } \
        if (odds == 0) continue; \
        odds *= nest->taste[agent_word(set.taste_key, first_taste + alternative->shopfront) >> 22]; \
        if (last == alternative->checkout) odds *= nest->habit; \
        if (AFFINITY >= 0 && alternative->streams) odds *= nest->pull[AFFINITY]; \
        alternative->odds = odds; \
        sum += odds; \
      } \
      if (sum == 0) continue; \
      if (nest->exponent != 1) sum = power(sum, nest->exponent); \
      nest->odds = NEST_ODDS[first_nest + nest->row] * sum; \
      all += nest->odds; \
    } \
  } while (0)

static void venue_choice(uint8_t *base) {
  VENUE_CHOICE
  const int32_t *n = NUMBERS(base);
  const int C = n[CATEGORIES], R = n[REGIONS], K = n[CLASSES];
  const int room = n[OCCASIONS] / n[BLOCKS];
  ChoiceSet set = choice_set(base);
  const int32_t *feed_first = FEED_FIRST(base), *feed_routes = FEED_ROUTES(base);
  for (int block = 0; block < n[BLOCKS]; block++) {
    const int first = block * room, end = first + occasionCount[block];
    const int first_class = block * K;
    for (int incomeClass = 0; incomeClass < K; incomeClass++) surplusOf[first_class + incomeClass] = 0;
    double intrinsic = 0, sampled = 0;
    for (int row = first; row < end; row++) {
      const int buyer = buyerOf[row], category = categoryOf[row], income_class = classOf[buyer];
      const int market = category * R + regionOf[buyer];
      const int cell = market * K + income_class;
      const uint32_t noise = noiseOf[row];
      const double moment = set.part_of_day ? fraction(mix(noise ^ MOMENT)) : 0;
      const double alpha = sensitivity[income_class * C + category];
      const uint32_t own_accounts = accountsOf[buyer];
      const int is_sampled = buyer % 32 == 0, is_shopper = shopper[buyer] > 0;
      const int first_route = cell * set.routes;
      double surplus = 0, intrinsic_surplus = 0;
      int chosen_route = -1;
      const int feed = feedOf[row];
      if (feed > 0) {
        double least = INFINITY, best = -INFINITY;
        for (int at = feed_first[feed - 1]; at < feed_first[feed]; at++) {
          const int32_t *option = feed_routes + 3 * at;
          const int route = option[0];
          const uint32_t needed = option[1], shared_login = option[2];
          if (friction[route] > least) continue;
          if ((own_accounts & needed) != needed && (own_accounts & shared_login) == 0) continue;
          if (moment >= open[route]) continue;
          const double worth =
              utility[first_route + route] + (double)GUMBEL[mix(noise ^ ((uint32_t)(route + 1) * ROUTES)) >> 20];
          if (friction[route] < least || worth > best) {
            chosen_route = route;
            best = worth;
            least = friction[route];
          }
        }
        if (chosen_route >= 0) {
          const double odds = impulseOdds[first_route + chosen_route];
          surplus = (dissimilarity[nestOf[routeTo[chosen_route]]] / alpha) * logarithm(1 + odds);
          if (fraction(mix(noise ^ MARK)) * (1 + odds) >= odds) chosen_route = -1;
        }
      } else {
        const int first_nest = cell * set.nest_count;
        const uint32_t first_taste = (uint32_t)buyer * set.venues;
        const double saving_odds = saving[cell];
        const int last = (int)lastVenue[buyer] - 1;
        const int level_of = affinityLevel[buyer], none = -1;
        const double shoppers = is_shopper ? 1 / (1 - (double)crowding[cell]) : 1;
        const double counted = returnedOf[row] ? 0 : shoppers;
        double all;
#define INCLUSIVE (all > 0 ? level[cell] + logarithm(all) : saveConstant[category])
        if (is_sampled) {
          PLAN_ODDS(intrinsicOdds, intrinsicNestOdds, none);
          intrinsic_surplus = (counted * INCLUSIVE) / alpha;
        }
        PLAN_ODDS(routeOdds, nestOdds, level_of);
        surplus = (counted * INCLUSIVE) / alpha;
        Nest *nest = NULL;
        double highest = (returnedOf[row] ? 0 : saving[cell]) * (double)FRECHET[mix(noise ^ SAVING) >> 20];
        for (int nth = 0; nth < set.nests; nth++) {
          Nest *one = &set.nest[nth];
          if (one->odds == 0) continue;
          const double draw = one->odds * FRECHET[mix(noise ^ ((uint32_t)(one->row + 1) * NESTS)) >> 20];
          if (draw > highest) {
            highest = draw;
            nest = one;
          }
        }
        if (nest == NULL) {
          saved[market]++;
        } else {
          byNest[market * set.nest_count + nest->row]++;
          Alternative *alternative = &set.alternative[nest->first];
          highest = 0;
          for (int at = nest->first; at < nest->first + nest->alternatives; at++) {
            Alternative *one = &set.alternative[at];
            if (one->odds == 0) continue;
            const uint32_t name = one->checkout * set.venues + one->shopfront + 1;
            const double draw = one->odds * FRECHET[mix(noise ^ (name * ALTERNATIVES)) >> 20];
            if (draw > highest) {
              highest = draw;
              alternative = one;
            }
          }
          chosen_route = 0;
          highest = 0;
          for (int at = alternative->first; at < alternative->first + alternative->routes; at++) {
            Route *one = &set.route[at];
            if (one->odds == 0) continue;
            const double draw = one->odds * FRECHET[mix(noise ^ ((uint32_t)(one->route + 1) * ROUTES)) >> 20];
            if (draw > highest) {
              highest = draw;
              chosen_route = one->route;
            }
          }
        }
      }
      routeChosen[row] = 1 + chosen_route;
      surplusOf[first_class + income_class] += surplus;
      if (!is_sampled) continue;
      intrinsic += intrinsic_surplus;
      sampled += surplus;
    }
    intrinsicOf[block] = intrinsic;
    sampledOf[block] = sampled;
  }
  free(set.nest);
  free(set.alternative);
  free(set.route);
}

/* Item choice. */

static inline double joint_utility(double one, double other, double tau) {
  return (one > other ? one : other) + tau * logarithm(1 + exponential(-fabs(one - other) / tau));
}

static inline double share_of_other(double one, double other, double tau) {
  double lesser = exponential(-fabs(one - other) / tau);
  return (other > one ? 1 : lesser) / (1 + lesser);
}

static void item_choice(uint8_t *base) {
  ITEM_CHOICE
  const int32_t *n = NUMBERS(base);
  const int C = n[CATEGORIES], R = n[REGIONS], V = n[VENUES];
  const int room = n[SLOTS] / n[LISTS];
  const int shift = __builtin_clz(room) + 1;
  const int places = n[OCCASIONS] / n[BLOCKS];
  for (int block = 0; block < n[BLOCKS]; block++) {
    const int begin = block * places, end = begin + found[block];
    for (int row = begin; row < end; row++) listing[row] = -1;
    for (int row = begin; row < end; row++) {
      if (route[row] == 0) continue;
      const int own = route[row] - 1, buyer = buyerOf[row], category = wanted[row];
      const int list = firstList[own] + (byRegion[own] ? category * R + homeRegion[buyer] : category);
      const uint32_t luck = mix(noise[row] ^ ITEMS);
      const int first = list * room;
      const int whole = covered[list] == 1;
      const double affinity =
          streamed[list] ? relativeAffinity[affinityLevel[buyer]] * (double)meanAffinity[0] : 0;
      const int nest = nestOf[routeTo[own]];
      const double a = sensitivity[incomeClass[buyer] * C + category] / (double)dissimilarity[nest];
      const int draws = (int)(whole ? members[list] : listingsSeen[nest]);
      const int passed = listing[row];
      const int pairs = twins[list] == 1;
      const double tau = copyDissimilarity[category];
      double highest = -INFINITY;
      int chosen = -1;
      for (int draw = 0; draw < draws; draw++) {
        const int key = whole ? (int)slotListing[first + draw] : draw;
        const uint32_t word = mix(luck + (uint32_t)(key + 1) * LOOKS);
        const int slot = first + (whole ? draw : (int)(word >> shift));
        double worth = utility[slot] - a * price[slot] + GUMBEL[word & 4095];
        if (affinity > 0) worth += affinity * slotLive[slot];
        int one = slotListing[slot];
        if (pairs && twinListing[slot] > 0) {
          const int twin = twinListing[slot] - 1;
          const double other =
              twinUtility[slot] - a * twinPrice[slot] + affinity * twinLive[slot] + GUMBEL[word & 4095];
          const int alone = one == passed || twin == passed;
          const double turn = fraction(mix(word ^ TWIN));
          const int turns = alone ? one == passed : turn < share_of_other(worth, other, tau);
          if (!alone) worth = joint_utility(worth, other, tau);
          else if (turns) worth = other;
          worth += part[slot];
          if (turns) one = twin;
        }
        if (worth <= highest || one == passed) continue;
        highest = worth;
        chosen = one;
      }
      listing[row] = chosen;
    }
    for (int row = begin; row < end; row++) {
      if (listing[row] < 0 || feed[row] == 0) continue;
      const int market = wanted[row] * R + homeRegion[buyerOf[row]];
      impulseOrders[market * V + listing[row] % V]++;
    }
  }
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int count, char **given) {
  if (count != 4) return 2;
  make_tables();
  uint8_t *base = aligned_alloc(64, (BYTES + 63) / 64 * 64);
  FILE *file = fopen(given[1], "rb");
  if (file == NULL || fread(base, 1, BYTES, file) != BYTES) return 1;
  fclose(file);
  for (int turn = 0; turn < atoi(given[3]); turn++) {
    CLEAR(base)
    int64_t began = now();
    purchase_occasions(base);
    int64_t occasions = now();
    venue_choice(base);
    int64_t venues = now();
    item_choice(base);
    int64_t items = now();
    printf("%lld %lld %lld\n", (long long)(occasions - began), (long long)(venues - occasions),
           (long long)(items - venues));
  }
  file = fopen(given[2], "wb");
  if (file == NULL || fwrite(base, 1, BYTES, file) != BYTES) return 1;
  return fclose(file) == 0 ? 0 : 1;
}
