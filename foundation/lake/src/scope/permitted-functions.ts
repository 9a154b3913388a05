const words = (text: string): string[] => text.trim().split(/\s+/);

/**
 * Functions that a checked statement may call: those of values alone. Left out are all that tell of the engine or of what
 * lies behind a view: settings, catalogues, definitions of views, statistics of a scanned column, SQL out of a text.
 */
export const permittedFunctions: ReadonlySet<string> = new Set(
  words(`
    + - * / // % ** ^ || & | << >> ~ @ ! ~~ !~~ ~~* !~~* ~~~ -> ->> ^@
    abs ceil ceiling floor round trunc sign sqrt cbrt pow power exp ln log log2 log10 greatest least mod fdiv fmod even
    isnan isinf isfinite gcd lcm bit_count xor pi hash md5 md5_number sha256 jaccard hamming levenshtein
    length len strlen lower upper lcase ucase left right substr substring concat concat_ws replace translate reverse trim
    ltrim rtrim lpad rpad repeat chr ascii unicode ord instr strpos position contains starts_with ends_with prefix suffix
    split split_part string_split str_split string_split_regex regexp_matches regexp_full_match regexp_extract
    regexp_extract_all regexp_replace regexp_escape regexp_split_to_array nfc_normalize strip_accents format printf
    like_escape ilike_escape not_like_escape not_ilike_escape left_grapheme right_grapheme length_grapheme
    year month day quarter week weekday isodow dayofweek dayofmonth dayofyear isoyear yearweek decade century hour minute
    second date_part datepart date_diff datediff date_sub datesub date_add date_trunc datetrunc last_day make_date
    monthname dayname age strftime strptime try_strptime epoch epoch_ms to_days to_weeks to_months to_years to_quarters
    if ifnull nullif constant_or_null typeof enum_code
    list_value list_pack list_contains list_has list_has_all list_has_any list_position list_distinct list_unique list_sort
    list_reverse_sort list_reverse list_concat list_cat list_append list_prepend list_extract list_element list_slice
    array_slice array_extract array_length array_value list_transform list_apply list_filter list_reduce list_zip list_sum
    list_min list_max list_avg list_count list_median list_aggregate list_intersect list_any_value list_first list_last
    list_resize flatten range generate_series unnest array_to_string element_at struct_pack struct_extract struct_insert
    row map map_extract map_keys map_values map_entries map_from_entries cardinality
    json_extract json_extract_string json_array_length json_keys json_type json_object json_array to_json json_value
    count count_star count_if countif sum fsum kahan_sum sumkahan avg favg mean min max arg_min arg_max argmin argmax min_by
    max_by any_value arbitrary first last list array_agg string_agg group_concat listagg bool_and bool_or bit_and bit_or
    bit_xor median mode mad quantile quantile_cont quantile_disc approx_quantile approx_count_distinct histogram product
    stddev stddev_pop stddev_samp variance var_pop var_samp sem corr covar_pop covar_samp regr_slope regr_intercept regr_r2
    skewness kurtosis entropy geomean
    row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
  `),
);

/** Functions that may stand in the place of a table: they make rows of their arguments. */
export const permittedTableFunctions: ReadonlySet<string> = new Set(['range', 'generate_series', 'unnest']);
