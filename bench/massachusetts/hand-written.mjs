// The published Massachusetts model as a careful engineer would write it by hand: one typed array of stocks,
// local constants, one loop. It is the yardstick for generated code. Names are those of the public archive.

/** Archive names of the stocks, in the order of the state array. */
export const STOCKS = [
  'VulnerableAdults',
  'VulnerableYouths',
  'TraffickedSS',
  'TraffickedSSwCrimRecord',
  'AdultExiting',
  'Traffickers',
  'Buyers',
  'ExitButVulnerable',
  'NonTraffickedSS',
  'TraffickedYouthSS',
  'TraffickedYouthSSwCrimRecord',
  'YouthExiting',
  'YouthExitButVulnerable',
  'EmServicesYouth',
  'STServicesYouth',
  'LTServicesYouth',
  'EmServicesAdult',
  'STServicesAdult',
  'LTServicesAdult',
  'NonTraffickedSSwCrimRecord',
  'AdultRecidivism',
  'YouthRecidivism',
];

/** State at month 0, shape [22]. */
export const initialState = () =>
  Float64Array.of(0, 50, 12000, 8000, 2000, 1, 20000, 0, 3000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000, 0, 0);

/** Parameters at their defaults, by archive name. */
export const DEFAULTS = {
  st_recruitment: 0.1,
  org_crime_prevalence: 0.1,
  crim_record_obstacle: 0.6,
  trafficker_exposure: 0.05,
  geographic_csw_normalization: 0.1,
  trafficking_educ: 0.5,
  csw_acceptance: 0.5,
  csw_exhaustion: 0.2,
  total_adult_population: 5656000,
  total_youth_population: 1344000,
  pop_pct_adult_homeless: 0,
  pop_pct_adult_poverty: 0.104,
  pop_pct_adult_lack_support_network: 0.2,
  childhood_violence: 0.2,
  pop_pct_youth_homeless: 0,
  pop_pct_youth_poverty: 0.115,
  pop_pct_youth_lack_support_network: 0.1,
  trafficked_pct_youth: 0.25,
  prosecution_culture: 0.05,
  prosecution_culture_v: 0.2,
  prosecution_culture_s: 0.1,
  prosecution_culture_youth: 0,
  prosecution_culture_youth_v: 0.1,
  prosecution_culture_youth_s: 0.05,
  buyer_prosecution_culture: 0.01,
  prosecution_mult: 0.5,
  pctExpungement: 0,
  em_services_capacity: 2000,
  st_services_capacity: 250,
  lt_services_capacity: 100,
  em_services_duration: 1,
  st_services_duration: 12,
  lt_services_duration: 24,
  em_services_recovery_rate: 0.85,
  st_services_recovery_rate: 0.65,
  lt_services_recovery_rate: 0.5,
  em_services_capacity_youth: 2000,
  st_services_capacity_youth: 500,
  lt_services_capacity_youth: 200,
  em_services_duration_youth: 1,
  st_services_duration_youth: 12,
  lt_services_duration_youth: 24,
  em_services_recovery_rate_youth: 0.85,
  st_services_recovery_rate_youth: 0.65,
  lt_services_recovery_rate_youth: 0.5,
  base_adult_recovery_rate: 0.1,
  base_youth_recovery_rate: 0.1,
  post_service_vulnerability: 0.1,
  post_service_vulnerability_youth: 0.1,
  p_AdultExiting_to_EmServices: 0.75,
  p_AdultExiting_to_STServices: 0.1,
  p_AdultExiting_to_LTServices: 0.05,
  p_YouthExiting_to_EmServices: 0.75,
  p_YouthExiting_to_STServices: 0.1,
  p_YouthExiting_to_LTServices: 0.05,
  p_non_trafficked_recidivism: 0.25,
  vulnerable_recidivism: 0.1,
  vulnerable_recidivism_youth: 0.25,
  sb_benefit: 200,
  sb_base_rate: 23000,
  buyer_base_trns: 10,
  sb_trns_risk_weight: 3,
  ss_trns_pm: 80,
  ss_desired_profit: 4000,
  trafficked_to_nontrafficked_pct: 0.01,
  risk_cross_effect: 0.1,
};

const VIOLENCE = 0.1;
const SUBSTANCE_ABUSE = 0.2;
const AGING_RATE = 1 / 36;

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/**
 * Takes `steps` Euler steps of `dt` months in place.
 *
 * @param {Float64Array} state - Shape [22], in the order of STOCKS.
 * @param {typeof DEFAULTS} p - Parameters by archive name.
 */
export function advance(state, p, dt, steps) {
  const { prosecution_culture, buyer_prosecution_culture, risk_cross_effect } = p;
  const { csw_exhaustion, crim_record_obstacle, geographic_csw_normalization, trafficker_exposure } = p;
  const { em_services_capacity, st_services_capacity, lt_services_capacity } = p;
  const { em_services_capacity_youth, st_services_capacity_youth, lt_services_capacity_youth } = p;
  const { em_services_duration, st_services_duration, lt_services_duration } = p;
  const { em_services_duration_youth, st_services_duration_youth, lt_services_duration_youth } = p;
  const { em_services_recovery_rate, st_services_recovery_rate, lt_services_recovery_rate } = p;
  const {
    em_services_recovery_rate_youth,
    st_services_recovery_rate_youth,
    lt_services_recovery_rate_youth,
  } = p;
  const { post_service_vulnerability, post_service_vulnerability_youth, pctExpungement } = p;
  const { base_adult_recovery_rate, base_youth_recovery_rate } = p;
  const { vulnerable_recidivism, vulnerable_recidivism_youth, p_non_trafficked_recidivism } = p;
  const { trafficked_pct_youth, trafficked_to_nontrafficked_pct, sb_benefit, ss_trns_pm, ss_desired_profit } =
    p;
  const toEm = p.p_AdultExiting_to_EmServices;
  const toST = p.p_AdultExiting_to_STServices;
  const toLT = p.p_AdultExiting_to_LTServices;
  const toEmYouth = p.p_YouthExiting_to_EmServices;
  const toSTYouth = p.p_YouthExiting_to_STServices;
  const toLTYouth = p.p_YouthExiting_to_LTServices;

  // What does not change during a run.
  const VulnerableAdultPop =
    p.total_adult_population *
    (p.pop_pct_adult_homeless +
      p.pop_pct_adult_poverty +
      p.pop_pct_adult_lack_support_network +
      p.childhood_violence);
  const VulnerableYouthPop =
    p.total_youth_population *
    (p.pop_pct_youth_homeless + p.pop_pct_youth_poverty + p.pop_pct_youth_lack_support_network);
  const buyer_risk =
    buyer_prosecution_culture *
    (1 - risk_cross_effect + risk_cross_effect * (1 - clamp(prosecution_culture / 0.25, 0, 1)));
  const prosecution_avg_adult = (prosecution_culture + p.prosecution_culture_v + p.prosecution_culture_s) / 3;
  const seller_risk =
    prosecution_avg_adult *
    (1 - risk_cross_effect + risk_cross_effect * (1 - clamp(buyer_risk / 0.05, 0, 1)));
  const prosecution_adult =
    (p.prosecution_mult *
      (prosecution_culture +
        p.prosecution_culture_v * VIOLENCE +
        p.prosecution_culture_s * SUBSTANCE_ABUSE)) /
    3;
  const prosecution_youth =
    (p.prosecution_mult *
      (p.prosecution_culture_youth +
        p.prosecution_culture_youth_v * VIOLENCE +
        p.prosecution_culture_youth_s * SUBSTANCE_ABUSE)) /
    3;
  const overall_prosecution_level = (prosecution_culture + buyer_prosecution_culture) / 2;
  const sb_trns_pm = Math.max(0, p.buyer_base_trns * (1 - buyer_risk * p.sb_trns_risk_weight));
  const IncreasingSBRate = (p.sb_base_rate * (p.csw_acceptance + (1 - p.trafficking_educ))) / 2;
  const trafficker_drive = p.st_recruitment + p.org_crime_prevalence;
  const recruitment_weight = trafficker_exposure + geographic_csw_normalization;
  const adult_share = 1 - trafficked_pct_youth;
  const free_of_obstacle = 1 - crim_record_obstacle;

  for (let step = 0; step < steps; step += 1) {
    const VulnerableAdults = state[0];
    const VulnerableYouths = state[1];
    const TraffickedSS = state[2];
    const TraffickedSSwCrimRecord = state[3];
    const AdultExiting = state[4];
    const Traffickers = state[5];
    const Buyers = state[6];
    const ExitButVulnerable = state[7];
    const NonTraffickedSS = state[8];
    const TraffickedYouthSS = state[9];
    const TraffickedYouthSSwCrimRecord = state[10];
    const YouthExiting = state[11];
    const YouthExitButVulnerable = state[12];
    const EmServicesYouth = state[13];
    const STServicesYouth = state[14];
    const LTServicesYouth = state[15];
    const EmServicesAdult = state[16];
    const STServicesAdult = state[17];
    const LTServicesAdult = state[18];
    const NonTraffickedSSwCrimRecord = state[19];
    const AdultRecidivism = state[20];
    const YouthRecidivism = state[21];

    // Totals
    const TotalYouthTSS = TraffickedYouthSS + TraffickedYouthSSwCrimRecord;
    const TotalTSS =
      TraffickedSS + TraffickedSSwCrimRecord + TraffickedYouthSS + TraffickedYouthSSwCrimRecord;
    const TotalAdultSS =
      TraffickedSS + TraffickedSSwCrimRecord + NonTraffickedSS + NonTraffickedSSwCrimRecord;
    const TotalSS = TotalTSS + NonTraffickedSS + NonTraffickedSSwCrimRecord;

    // Market
    const demand = Buyers * sb_trns_pm;
    const supply = TotalSS * ss_trns_pm;
    const idle_share = supply === 0 ? 0 : Math.max(0, supply - demand) / supply;
    const cost = Math.min(Math.max(1000 * (1 - idle_share), 1), 1000);
    const st_revenue = Traffickers === 0 ? 0 : (demand * cost) / Traffickers;
    const ss_profit = TotalSS === 0 ? 0 : (demand * cost) / TotalSS;
    const recruitment_gap = Math.max(0, 10 * Traffickers - TotalTSS);

    // Records
    const pctSSCrimRecord =
      TotalAdultSS === 0 ? 0 : (TraffickedSSwCrimRecord + NonTraffickedSSwCrimRecord) / TotalAdultSS;
    const pctExitedCrimRecord = pctSSCrimRecord * (1 - pctExpungement);
    const pctYouthSSCrimRecord = TotalYouthTSS === 0 ? 0 : TraffickedYouthSSwCrimRecord / TotalYouthTSS;
    const pctExitedYouthCrimRecord = pctYouthSSCrimRecord * (1 - pctExpungement);
    const stayVulnerable = pctExitedCrimRecord + post_service_vulnerability;
    const stayVulnerableYouth = pctExitedYouthCrimRecord + post_service_vulnerability_youth;

    // Services
    const emFree = Math.max(em_services_capacity - EmServicesAdult, 0);
    const stFree = Math.max(st_services_capacity - STServicesAdult, 0);
    const ltFree = Math.max(lt_services_capacity - LTServicesAdult, 0);
    const emFreeYouth = Math.max(em_services_capacity_youth - EmServicesYouth, 0);
    const stFreeYouth = Math.max(st_services_capacity_youth - STServicesYouth, 0);
    const ltFreeYouth = Math.max(lt_services_capacity_youth - LTServicesYouth, 0);
    const freeShare =
      ((em_services_capacity === 0 ? 0 : emFree / em_services_capacity) +
        (st_services_capacity === 0 ? 0 : stFree / st_services_capacity) +
        (st_services_capacity === 0 ? 0 : ltFree / st_services_capacity)) /
      3;
    const freeShareYouth =
      ((em_services_capacity_youth === 0 ? 0 : emFreeYouth / em_services_capacity_youth) +
        (st_services_capacity_youth === 0 ? 0 : stFreeYouth / st_services_capacity_youth) +
        (st_services_capacity_youth === 0 ? 0 : ltFreeYouth / st_services_capacity_youth)) /
      3;
    const service_exposure = (VIOLENCE + SUBSTANCE_ABUSE + freeShare) / 3;
    const service_exposure_youth = (VIOLENCE + SUBSTANCE_ABUSE + freeShareYouth) / 3;
    const out = ExitButVulnerable + AdultExiting + EmServicesAdult + STServicesAdult + LTServicesAdult;
    const outYouth =
      YouthExitButVulnerable + YouthExiting + EmServicesYouth + STServicesYouth + LTServicesYouth;
    const recidivism_rate = out === 0 ? 0 : AdultRecidivism / out;
    const recidivism_rate_youth = outYouth === 0 ? 0 : YouthRecidivism / outYouth;

    // Traffickers, buyers, pools
    const IncreasingSTRate = (st_revenue * (1 - overall_prosecution_level) * trafficker_drive) / 2;
    const DecreasingSTRate = Traffickers * idle_share;
    const DecreasingSBRate = Buyers * clamp((buyer_risk / 0.1 + cost / sb_benefit) / 2, 0, 1);
    const IncreasingVulnerableAdults = 0.083 * (VulnerableAdultPop - VulnerableAdults - TotalAdultSS);
    const IncreasingVulnerableYouths = 0.1 * (VulnerableYouthPop - VulnerableYouths - TotalYouthTSS);
    const AgingOut = VulnerableYouths * AGING_RATE;

    // Entry
    const adultsRecruited = Math.min(
      (adult_share * recruitment_gap * recruitment_weight) / 2,
      VulnerableAdults,
    );
    const youthsRecruited = Math.min(
      (trafficked_pct_youth * recruitment_gap * recruitment_weight) / 2,
      VulnerableYouths,
    );
    const adultsStarting =
      VulnerableAdults * geographic_csw_normalization * (1 - seller_risk) * (1 - idle_share) * 0.005;
    const othersStarting = 10 * (1 - seller_risk) * (1 - idle_share);

    // Records, and between trafficked and voluntary
    const newRecord = TraffickedSS * prosecution_adult;
    const newRecordVoluntary = NonTraffickedSS * prosecution_adult;
    const newRecordYouth = TraffickedYouthSS * prosecution_youth;
    const freed = TraffickedSS * trafficked_to_nontrafficked_pct;
    const freedWithRecord = TraffickedSSwCrimRecord * trafficked_to_nontrafficked_pct;
    const taken = Math.min(NonTraffickedSS * trafficker_exposure, recruitment_gap);
    const takenWithRecord = Math.min(NonTraffickedSSwCrimRecord * trafficker_exposure, recruitment_gap);

    // Leaving
    const leaveWeight = csw_exhaustion + (1 - Math.min(ss_profit / ss_desired_profit, 1));
    const leave = (NonTraffickedSS * leaveWeight) / 2;
    const leaveWithRecord = ((NonTraffickedSSwCrimRecord * leaveWeight) / 2) * free_of_obstacle;
    const exit = (TraffickedSS * (csw_exhaustion + service_exposure)) / 2;
    const exitWithRecord =
      ((TraffickedSSwCrimRecord * (csw_exhaustion + service_exposure)) / 2) * free_of_obstacle;
    const exitYouth = (TraffickedYouthSS * (csw_exhaustion + service_exposure_youth)) / 2;
    const exitYouthWithRecord =
      ((TraffickedYouthSSwCrimRecord * (csw_exhaustion + service_exposure_youth)) / 2) * free_of_obstacle;
    const aging = TraffickedYouthSS * AGING_RATE;
    const agingWithRecord = TraffickedYouthSSwCrimRecord * AGING_RATE;
    const agingOut = YouthExitButVulnerable * AGING_RATE;

    // Services, adults
    const emNotRecovered = (EmServicesAdult * (1 - em_services_recovery_rate)) / em_services_duration;
    const stNotRecovered = (STServicesAdult * (1 - st_services_recovery_rate)) / st_services_duration;
    const emToST = Math.min(emNotRecovered, stFree);
    const stToLT = Math.min(stNotRecovered, ltFree);
    const exitToEm = Math.min(AdultExiting * toEm, emFree);
    const exitToST = Math.min(AdultExiting * toST, stFree - emToST);
    const exitToLT = Math.min(AdultExiting * toLT * recidivism_rate, ltFree - stToLT);
    const exitToNone = AdultExiting - (exitToEm + exitToST + exitToLT);
    const emRelapse = emNotRecovered - emToST;
    const stRelapse = stNotRecovered - stToLT;
    const ltRelapse = (LTServicesAdult * (1 - lt_services_recovery_rate)) / lt_services_duration;
    const emDone = (EmServicesAdult * em_services_recovery_rate) / em_services_duration;
    const stDone = (STServicesAdult * st_services_recovery_rate) / st_services_duration;
    const ltDone = (LTServicesAdult * lt_services_recovery_rate) / lt_services_duration;
    const emOut = emDone * stayVulnerable;
    const stOut = stDone * stayVulnerable;
    const ltOut = ltDone * stayVulnerable;
    const emRecovered = emDone * (1 - stayVulnerable);
    const stRecovered = stDone * (1 - stayVulnerable);
    const ltRecovered = ltDone * (1 - stayVulnerable);
    const arrivals = emOut + stOut + ltOut + exitToNone;
    const recovery =
      ExitButVulnerable * base_adult_recovery_rate * (arrivals === 0 ? 1 : 1 - exitToNone / arrivals);
    const relapse = ExitButVulnerable * vulnerable_recidivism;
    const back = AdultRecidivism * (1 - pctExitedCrimRecord) * (1 - p_non_trafficked_recidivism);
    const backWithRecord = AdultRecidivism * pctExitedCrimRecord * (1 - p_non_trafficked_recidivism);
    const backVoluntary = AdultRecidivism * (1 - pctExitedCrimRecord) * p_non_trafficked_recidivism;
    const backVoluntaryWithRecord = AdultRecidivism * pctExitedCrimRecord * p_non_trafficked_recidivism;

    // Services, youths
    const emNotRecoveredYouth =
      (EmServicesYouth * (1 - em_services_recovery_rate_youth)) / em_services_duration_youth;
    const stNotRecoveredYouth =
      (STServicesYouth * (1 - st_services_recovery_rate_youth)) / st_services_duration_youth;
    const emToSTYouth = Math.min(emNotRecoveredYouth, stFreeYouth);
    const stToLTYouth = Math.min(stNotRecoveredYouth, ltFreeYouth);
    const exitToEmYouth = Math.min(YouthExiting * toEmYouth, emFreeYouth);
    const exitToSTYouth = Math.min(YouthExiting * toSTYouth, stFreeYouth - emToSTYouth);
    const exitToLTYouth = Math.min(
      YouthExiting * toLTYouth * recidivism_rate_youth,
      ltFreeYouth - stToLTYouth,
    );
    const exitToNoneYouth = YouthExiting - (exitToEmYouth + exitToSTYouth + exitToLTYouth);
    const emRelapseYouth = emNotRecoveredYouth - emToSTYouth;
    const stRelapseYouth = stNotRecoveredYouth - stToLTYouth;
    const ltRelapseYouth =
      (LTServicesYouth * (1 - lt_services_recovery_rate_youth)) / lt_services_duration_youth;
    const emDoneYouth = (EmServicesYouth * em_services_recovery_rate_youth) / em_services_duration_youth;
    const stDoneYouth = (STServicesYouth * st_services_recovery_rate_youth) / st_services_duration_youth;
    const ltDoneYouth = (LTServicesYouth * lt_services_recovery_rate_youth) / lt_services_duration_youth;
    const emOutYouth = emDoneYouth * stayVulnerableYouth;
    const stOutYouth = stDoneYouth * stayVulnerableYouth;
    const ltOutYouth = ltDoneYouth * stayVulnerableYouth;
    const emRecoveredYouth = emDoneYouth * (1 - stayVulnerableYouth);
    const stRecoveredYouth = stDoneYouth * (1 - stayVulnerableYouth);
    const ltRecoveredYouth = ltDoneYouth * (1 - stayVulnerableYouth);
    const arrivalsYouth = emOutYouth + stOutYouth + ltOutYouth + exitToNoneYouth;
    const recoveryYouth =
      arrivalsYouth === 0
        ? 0
        : YouthExitButVulnerable * base_youth_recovery_rate * (1 - exitToNoneYouth / arrivalsYouth);
    const relapseYouth = YouthExitButVulnerable * vulnerable_recidivism_youth;
    const backYouth = YouthRecidivism * (1 - pctExitedYouthCrimRecord);
    const backYouthWithRecord = YouthRecidivism * pctExitedYouthCrimRecord;

    state[0] =
      VulnerableAdults + dt * (IncreasingVulnerableAdults + AgingOut - (adultsRecruited + adultsStarting));
    state[1] = VulnerableYouths + dt * (IncreasingVulnerableYouths - (AgingOut + youthsRecruited));
    state[2] = TraffickedSS + dt * (adultsRecruited + taken + aging + back - (newRecord + freed + exit));
    state[3] =
      TraffickedSSwCrimRecord +
      dt *
        (newRecord + takenWithRecord + agingWithRecord + backWithRecord - (freedWithRecord + exitWithRecord));
    state[4] = AdultExiting + dt * (exit + exitWithRecord - (exitToEm + exitToST + exitToLT + exitToNone));
    state[5] = Traffickers + dt * (IncreasingSTRate - DecreasingSTRate);
    state[6] = Buyers + dt * (IncreasingSBRate - DecreasingSBRate);
    state[7] =
      ExitButVulnerable + dt * (agingOut + exitToNone + emOut + stOut + ltOut - (recovery + relapse));
    state[8] =
      NonTraffickedSS +
      dt * (adultsStarting + othersStarting + freed + backVoluntary - (newRecordVoluntary + taken + leave));
    state[9] = TraffickedYouthSS + dt * (youthsRecruited + backYouth - (newRecordYouth + exitYouth + aging));
    state[10] =
      TraffickedYouthSSwCrimRecord +
      dt * (newRecordYouth + backYouthWithRecord - (exitYouthWithRecord + agingWithRecord));
    state[11] =
      YouthExiting +
      dt *
        (exitYouth + exitYouthWithRecord - (exitToEmYouth + exitToSTYouth + exitToLTYouth + exitToNoneYouth));
    state[12] =
      YouthExitButVulnerable +
      dt *
        (exitToNoneYouth + emOutYouth + stOutYouth + ltOutYouth - (agingOut + recoveryYouth + relapseYouth));
    state[13] =
      EmServicesYouth + dt * (exitToEmYouth - (emToSTYouth + emRelapseYouth + emOutYouth + emRecoveredYouth));
    state[14] =
      STServicesYouth +
      dt * (emToSTYouth + exitToSTYouth - (stToLTYouth + stRelapseYouth + stOutYouth + stRecoveredYouth));
    state[15] =
      LTServicesYouth + dt * (stToLTYouth + exitToLTYouth - (ltRelapseYouth + ltOutYouth + ltRecoveredYouth));
    state[16] = EmServicesAdult + dt * (exitToEm - (emToST + emRelapse + emOut + emRecovered));
    state[17] = STServicesAdult + dt * (emToST + exitToST - (stToLT + stRelapse + stOut + stRecovered));
    state[18] = LTServicesAdult + dt * (stToLT + exitToLT - (ltRelapse + ltOut + ltRecovered));
    state[19] =
      NonTraffickedSSwCrimRecord +
      dt *
        (newRecordVoluntary +
          freedWithRecord +
          backVoluntaryWithRecord -
          (takenWithRecord + leaveWithRecord));
    state[20] =
      AdultRecidivism +
      dt *
        (emRelapse +
          stRelapse +
          ltRelapse +
          relapse -
          (back + backWithRecord + backVoluntary + backVoluntaryWithRecord));
    state[21] =
      YouthRecidivism +
      dt *
        (emRelapseYouth + stRelapseYouth + ltRelapseYouth + relapseYouth - (backYouth + backYouthWithRecord));
  }
}
